import type { SandboxName } from '../../domain/crawl-outcome.ts';
import { listToolsOverStdio } from '../list-tools.ts';
import { openSandbox } from '../sandbox/open-sandbox.ts';
import { fixtureRequest } from './fixture-request.ts';

// Lists a fixture server and prints the attempt: a program of its own, to be run as another user or to be killed.
const [driver, server = '', ...args] = process.argv.slice(2);
const sandbox = await openSandbox({ allowNone: false, prefer: driver as SandboxName });
console.log(JSON.stringify(await listToolsOverStdio(sandbox, fixtureRequest(server, { arguments: args }))));
