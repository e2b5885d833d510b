// Writes files of 4 MB to each folder it may write to until it may not, at most 1 GB, and lists how many MB it got.
import { writeFileSync } from 'node:fs';
import { serve, tool } from './speak.mjs';

const block = Buffer.alloc(4 * 2 ** 20);
const fill = (folder) => {
  for (let count = 0; count < 256; count++) {
    try {
      writeFileSync(`${folder}/${count}`, block);
    } catch {
      return 4 * count;
    }
  }
  return 1024;
};
const filled = ['/tmp', '/dev/shm', process.cwd(), '/', '/dev', '/var/tmp'].map((folder) =>
  tool(folder, String(fill(folder))),
);
serve(() => ({ tools: filled }));
