// Answers everything with JSON that is cut off.
process.stdin.on('data', () =>
  process.stdout.write('{"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-11-25"\n'),
);
