import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArgumentCandidates } from './required-arguments.ts';

const rows: Array<[string, string, string[] | undefined]> = [
  ['a usage line', 'Usage: my-server <allowed-directory> [more...]', ['/tmp']],
  ['a usage line with options', 'usage: server [--x <n>] --y <n> <url>', ['https://assay-placeholder.example.com']],
  ['commander, an argument', "error: missing required argument 'path'", ['/tmp']],
  ['commander, an option', "error: required option '-r, --region <name>' not specified", ['--region', 'us-east-1']],
  [
    'argparse',
    'server: error: the following arguments are required: --region, path',
    ['--region', 'us-east-1', '/tmp'],
  ],
  ['yargs', 'Missing required arguments: region, root', ['--region', 'us-east-1', '--root', '/tmp']],
  ['a sentence', '--region and --root arguments are required.', ['--region', 'us-east-1', '--root', '/tmp']],
  ['stdio as an option', 'Listening on port 3000. Use --stdio for standard input.', ['--stdio']],
  ['a choice of transports', 'options: --transport {stdio,sse}', ['--transport', 'stdio']],
  ['subcommands', 'Commands:\n  login   logs in\n  serve   starts the server', ['serve']],
  ['no option of a help text', 'Flags:\n      --log-file string   required with --x', undefined],
  ['nothing of the kind', 'TypeError: x is not a function', undefined],
];

for (const [title, stderr, first] of rows) {
  test(`arguments are guessed from ${title}`, () => assert.deepEqual(readArgumentCandidates(stderr, 's')[0], first));
}

test('few candidates come out of a flood', () => {
  const flood = Array.from({ length: 5_000 }, (_, index) => `--option-${index} is required`).join('\n');
  assert.ok(readArgumentCandidates(flood, 's').length <= 4);
});
