// Answers tools/list with something that is no list.
import { serve } from './speak.mjs';

serve(() => ({ tools: 'all of them' }));
