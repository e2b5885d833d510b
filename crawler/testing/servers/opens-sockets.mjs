// Tries to connect to each address given as an argument, a port of the host or the path of a Unix socket.
import { connect } from 'node:net';
import { serve, tool } from './speak.mjs';

const reach = (address) =>
  new Promise((resolve) => {
    const socket = connect(/^\d+$/.test(address) ? { port: Number(address), host: '127.0.0.1' } : { path: address });
    socket.once('connect', () => resolve('reached')).once('error', (error) => resolve(error.code));
  });
serve(async () => ({
  tools: await Promise.all(process.argv.slice(2).map(async (address) => tool(address, await reach(address)))),
}));
