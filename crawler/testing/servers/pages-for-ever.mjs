// Each page of its list names a next one.
import { serve, tool } from './speak.mjs';

serve(({ cursor = '0' }) => ({ tools: [tool(`tool-${cursor}`)], nextCursor: String(Number(cursor) + 1) }));
