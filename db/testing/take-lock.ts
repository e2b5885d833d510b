import { once } from 'node:events';
import { lockFolder } from '../folder-lock.ts';

/** Takes the lock of the folder in argv once a line comes in, says what came of it, and holds it until input ends. */
process.stdin.resume();
await once(process.stdin, 'data');
try {
  await lockFolder(process.argv[2] ?? '');
  process.stdout.write('taken\n');
} catch (error) {
  process.stdout.write(`${error}\n`);
}
