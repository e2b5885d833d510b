// Declares no tools and would list one.
import { serve, tool } from './speak.mjs';

serve(() => ({ tools: [tool('hidden')] }), { capabilities: { prompts: {} } });
