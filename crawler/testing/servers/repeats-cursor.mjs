// The second page of its list names itself as the next one.
import { serve, tool } from './speak.mjs';

serve(({ cursor }) => ({ tools: [tool(cursor ? 'second' : 'first')], nextCursor: 'again' }));
