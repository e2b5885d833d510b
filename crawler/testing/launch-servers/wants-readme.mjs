// Says nothing of what it wants; only its README does.
import { serve, tool } from '../servers/speak.mjs';

if (process.argv[2] !== '--mode=local' || !process.env.REGION_OF_MINE) process.exit(1);
serve(() => ({ tools: [tool('work')] }));
