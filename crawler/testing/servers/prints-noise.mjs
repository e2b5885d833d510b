// Prints banners, logs in JSON, invalid UTF-8 and blank lines to stdout among its messages.
import { serve, tool } from './speak.mjs';

process.stdout.write('*** Welcome ***\n\n{"level":30,"msg":"started"}\n[1,2]\nnull\n"x"\n{"jsonrpc":\n');
process.stdout.write(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x0a]));
serve(() => {
  process.stdout.write('[info] listing\r\n');
  return { tools: [tool('quiet')] };
});
