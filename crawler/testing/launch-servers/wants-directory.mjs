// Starts only with a directory that exists.
import { statSync } from 'node:fs';
import { serve, tool } from '../servers/speak.mjs';

const [directory] = process.argv.slice(2);
if (!directory || !statSync(directory).isDirectory()) {
  console.error('Usage: wants-directory <allowed-directory> [more-directories...]');
  process.exit(1);
}
serve(() => ({ tools: [tool('list_directory')] }));
