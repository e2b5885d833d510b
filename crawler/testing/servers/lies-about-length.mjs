// Frames its messages by Content-Length headers, as another protocol does, and the lengths are wrong.
process.stdin.on('data', () => {
  process.stdout.write('Content-Length: 7\r\n\r\n{"jsonrpc":"2.0","id":0,"result":{}}Content-Length: 99999999\r\n\r\n');
});
