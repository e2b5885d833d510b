import { classifyTool } from '../classifier/classify-tool.ts';
import { createCommand, parseCommand, wholeNumber } from '../scripts/lib/command.ts';
import { plainTable } from '../scripts/lib/plain-table.ts';
import { readToolLines } from '../scripts/lib/read-tool-lines.ts';
import { runMain } from '../scripts/lib/run-main.ts';

const command = createCommand(
  'bench:classify',
  'Measures how fast the rules judge definitions, and in how much memory.',
)
  .requiredOption('--input <file>', 'tool definitions, one JSON object a line, plain or gzipped (.gz)')
  .option('--rounds <n>', 'how often the file is judged; memory that grows from round to round leaks', round, 3);

await runMain(async (signal) => {
  const { input, rounds } = parseCommand(command).opts();
  const siblings = await readSiblings(input);
  const rows: string[][] = [];
  for (let number = 1; number <= rounds; number++) {
    const { tools, processor, clock } = await judgeAll(input, siblings, signal);
    const speeds = [tools / processor, tools / clock].map((each) => Math.round(each).toLocaleString('en'));
    rows.push([String(number), String(tools), processor.toFixed(2), clock.toFixed(2), ...speeds, ...memory()]);
  }
  const titles = ['round', 'tools', 'core s', 'clock s', 'tools/core s', 'tools/clock s'];
  const memoryTitles = ['heap MB', 'resident MB', 'peak MB'];
  console.log(plainTable([...titles, ...memoryTitles], rows));
  return 0;
});

function round(text: string): number {
  return wholeNumber('--rounds', 1)(text);
}

/** Names by server, as a crawl knows them. */
async function readSiblings(input: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const siblings = new Map<string, string[]>();
  for await (const { server, definition } of readToolLines(input)) {
    siblings.set(server, [...(siblings.get(server) ?? []), definition.name]);
  }
  return siblings;
}

/**
 * Seconds of processor time within the classifier, threads of the engine included, and of the clock. Processor time is
 * what one core needs, whatever else the machine does meanwhile. Nothing is kept from batch to batch.
 */
async function judgeAll(
  input: string,
  siblings: ReadonlyMap<string, readonly string[]>,
  signal: AbortSignal,
): Promise<{ tools: number; processor: number; clock: number }> {
  const spent = { tools: 0, processor: 0, clock: 0 };
  for await (const batch of batches(readToolLines(input))) {
    signal.throwIfAborted();
    const [before, start] = [process.cpuUsage(), performance.now()];
    for (const { server, definition } of batch) {
      classifyTool(definition, { server, instructions: null, siblings: siblings.get(server) ?? [] });
    }
    const { user, system } = process.cpuUsage(before);
    spent.tools += batch.length;
    spent.processor += (user + system) / 1e6;
    spent.clock += (performance.now() - start) / 1e3;
  }
  return spent;
}

async function* batches<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    if (batch.push(item) < 500) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function memory(): string[] {
  const { heapUsed, rss } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  return [heapUsed, rss, peak].map((bytes) => Math.round(bytes / 2 ** 20).toString());
}
