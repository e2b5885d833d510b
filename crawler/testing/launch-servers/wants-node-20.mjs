// Ends without a word under any Node but 20.
import { serve, tool } from '../servers/speak.mjs';

if (!process.version.startsWith('v20.')) process.exit(1);
serve(() => ({ tools: [tool('run')] }));
