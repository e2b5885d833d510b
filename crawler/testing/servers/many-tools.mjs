// Lists 200 tools on one page.
import { serve, tool } from './speak.mjs';

serve(() => ({ tools: Array.from({ length: 200 }, (_, index) => tool(`tool-${index}`)) }));
