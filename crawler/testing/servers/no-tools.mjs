// Lists no tools.
import { serve } from './speak.mjs';

serve(() => ({ tools: [] }));
