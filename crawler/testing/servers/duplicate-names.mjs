// Lists three tools, two of them under one name.
import { serve, tool } from './speak.mjs';

serve(() => ({ tools: [tool('twin', 'The first.'), tool('other'), tool('twin', 'The second.')] }));
