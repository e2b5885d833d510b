// Exits when it is asked for the third page of its list.
import { serve, tool } from './speak.mjs';

serve(({ cursor = '1' }) => {
  if (cursor === '3') process.exit(1);
  return { tools: [tool(`tool-${cursor}`)], nextCursor: String(Number(cursor) + 1) };
});
