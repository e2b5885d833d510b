import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { classifyTool } from '../classifier/classify-tool.ts';
import { type Accuracy, measureAccuracy, type Proportion } from '../classifier/evaluation/measure-accuracy.ts';
import { rulesetVersion } from '../classifier/ruleset-version.ts';
import { categories, riskLevels } from '../domain/classification.ts';
import { UsageError } from '../domain/errors.ts';
import { createCommand, parseCommand } from './lib/command.ts';
import { plainTable } from './lib/plain-table.ts';
import { readToolLines, type ToolLine } from './lib/read-tool-lines.ts';
import { runMain } from './lib/run-main.ts';

const command = createCommand('evaluate', 'Measures the rules against labelled tools.')
  .requiredOption('--tools <file>', 'tool definitions, one JSON object a line')
  .requiredOption(
    '--labels <file>',
    'labels, one JSON object a line: id, category or readOnly, risk, destructive, financial',
  )
  .option('--json', 'one JSON object instead of tables');

const labelSchema = z.object({
  id: z.string(),
  category: z.enum(categories).optional(),
  readOnly: z.boolean().optional(),
  risk: z.enum(riskLevels).optional(),
  destructive: z.boolean().optional(),
  financial: z.boolean().optional(),
});

await runMain(async () => {
  const options = parseCommand(command).opts();
  const labels = await readLabels(options.labels);
  const tools = await Array.fromAsync(readToolLines(options.tools));
  const labelled = tools.filter(({ id }) => labels.has(id));
  if (labelled.length < labels.size) {
    throw new UsageError(
      `Expected a definition for each of ${labels.size} labels; got ${labelled.length} in ${options.tools}.`,
    );
  }
  const siblings = Map.groupBy(tools, ({ server }) => server);
  const judge = ({ server, definition }: ToolLine) =>
    classifyTool(definition, {
      server,
      instructions: null,
      siblings: siblings.get(server)?.map((tool) => tool.definition.name) ?? [],
    });
  const accuracy = measureAccuracy(labelled.map((tool) => [labels.get(tool.id) ?? {}, judge(tool)] as const));
  console.log(
    options.json
      ? JSON.stringify({ ruleset: rulesetVersion, tools: labelled.length, ...accuracy })
      : formatAccuracy(accuracy),
  );
  return 0;
});

async function readLabels(file: string) {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UsageError(`Expected --labels to be a readable file; got ${file} (${error.message})`, { cause: error });
  });
  const parse = (line: string, index: number) => {
    try {
      return labelSchema.parse(JSON.parse(line));
    } catch (error) {
      throw new UsageError(`Expected a label with an id at ${file}:${index + 1}; got ${line.slice(0, 80)}`, {
        cause: error,
      });
    }
  };
  const labels = text.split('\n').flatMap((line, index) => (line.trim() ? [parse(line, index)] : []));
  return new Map(labels.map((label) => [label.id, label]));
}

function formatAccuracy(accuracy: Accuracy): string {
  const { categoryConfusion, ...figures } = accuracy;
  const rows = Object.entries(figures).flatMap(([name, figure]) =>
    figure.of > 0 ? [[name, ...formatProportion(figure)]] : [],
  );
  const table = plainTable(['figure', 'share', '95 % interval', 'count'], rows);
  const confusion = categories.map((label) => [label, ...categories.map((judged) => categoryConfusion[label][judged])]);
  return accuracy.category.of > 0 ? `${table}\n\n${plainTable(['label \\ judged', ...categories], confusion)}` : table;
}

function formatProportion({ hits, of, share, interval }: Proportion): string[] {
  const percent = (value: number | undefined | null) => `${((value ?? 0) * 100).toFixed(1)} %`;
  return [percent(share), `${percent(interval?.[0])} – ${percent(interval?.[1])}`, `${hits} of ${of}`];
}
