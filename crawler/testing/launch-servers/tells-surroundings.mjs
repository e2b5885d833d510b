// Puts all that it sees of its surroundings into a description.
import { serve, tool } from '../servers/speak.mjs';

const seen = { arguments: process.argv, environment: process.env, folder: process.cwd(), program: process.execPath };
serve(() => ({ tools: [tool('tell', JSON.stringify(seen))] }));
