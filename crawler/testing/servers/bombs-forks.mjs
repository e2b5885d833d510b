// Starts processes as fast as it can, up to 300.
import { spawn } from 'node:child_process';

const spawned = [];
const more = () => {
  if (spawned.length >= 300) return;
  spawned.push(spawn('/bin/sleep', ['60'], { stdio: 'ignore', detached: true }));
  setImmediate(more);
};
more();
setInterval(() => {}, 1000);
