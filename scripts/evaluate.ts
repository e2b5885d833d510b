import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { evaluateGoldenSet } from '../classifier/evaluation/evaluate-golden-set.ts';
import type { Accuracy } from '../classifier/evaluation/measure-accuracy.ts';
import { rulesetVersion } from '../classifier/ruleset-version.ts';
import { UsageError } from '../domain/errors.ts';
import { createCommand, parseCommand } from './lib/command.ts';
import { evaluateFile } from './lib/evaluate-file.ts';
import { formatAccuracy } from './lib/format-accuracy.ts';
import { runMain } from './lib/run-main.ts';

const command = createCommand(
  'evaluate',
  'Measures the rules against the golden set, or against labelled tools of a file.',
)
  .option('--tools <file>', 'tool definitions, one JSON object a line')
  .option('--labels <file>', 'their labels, one JSON object a line: id, category or readOnly, risk, destructive, …')
  .option('--json', 'one JSON object instead of tables');

const published = fileURLToPath(new URL('../classifier/evaluation/accuracy.json', import.meta.url));

await runMain(async () => {
  const { tools, labels, json } = parseCommand(command).opts();
  if (tools && labels) {
    const { count, accuracy } = await evaluateFile(tools, labels);
    print({ ruleset: rulesetVersion, tools: count, ...accuracy }, `${count} labelled tools`, json);
    return 0;
  }
  if (tools || labels) throw new UsageError('Expected --tools <file> and --labels <file> together; got one of them.');
  const { misses: _, ...tune } = evaluateGoldenSet('tune');
  const { misses, ...test } = evaluateGoldenSet('test');
  print(tune, `golden set, tune: ${tune.tools} tools of ${tune.servers} servers`, json);
  print(test, `golden set, test: ${test.tools} tools of ${test.servers} servers`, json);
  const measured = { measured: new Date().toISOString().slice(0, 10), misses: misses.length, ...test };
  await writeFile(published, `${JSON.stringify(measured, null, 2)}\n`);
  console.error(`Wrote the figures of the test split to ${published}.`);
  if (!json)
    for (const miss of misses) console.log(`${miss.server} ${miss.tool}: ${miss.label}, judged ${miss.judged}`);
  return 0;
});

function print(figures: Accuracy & Record<string, unknown>, title: string, json: true | undefined): void {
  console.log(json ? JSON.stringify(figures) : `${title}\n${formatAccuracy(figures)}\n`);
}
