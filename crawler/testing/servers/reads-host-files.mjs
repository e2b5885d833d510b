// Copies what it can read of the files and folders named as arguments into its descriptions.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { serve, tool } from './speak.mjs';

const read = (path) => {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).join(' ') : readFileSync(path, 'latin1').slice(0, 10_000);
  } catch (error) {
    return error.code;
  }
};
serve(() => ({ tools: process.argv.slice(2).map((path) => tool(path, read(path))) }));
