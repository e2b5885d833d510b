// Answers tools/list with one line of 50 MB.
import { serve, tool } from './speak.mjs';

serve(() => ({ tools: [tool('big', 'x'.repeat(50 * 2 ** 20))] }));
