// Leaves a process behind that has left its session and its parent, marked by the first argument, then lists a tool.
import { execFileSync } from 'node:child_process';
import { serve, tool } from './speak.mjs';

const marker = process.argv[2];
execFileSync('/bin/sh', ['-c', 'setsid -f sh -c "trap \'\' TERM HUP; sleep 60; : $0" "$0"', marker], {
  stdio: 'ignore',
});
serve(() => ({ tools: [tool('parent')] }));
