import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { classifyTool } from '../../classifier/classify-tool.ts';
import { type Accuracy, measureAccuracy } from '../../classifier/evaluation/measure-accuracy.ts';
import { categories, effects, exposures, riskLevels } from '../../domain/classification.ts';
import { UsageError } from '../../domain/errors.ts';
import { readToolLines, type ToolLine } from './read-tool-lines.ts';

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const labelSchema = z.object({
  id: z.string(),
  category: z.string().transform(capitalise).pipe(z.enum(categories)).optional(),
  readOnly: z.boolean().optional(),
  risk: z.enum(riskLevels).optional(),
  destructive: z.boolean().optional(),
  financial: z.boolean().optional(),
  effects: z.array(z.enum(effects)).optional(),
  exposure: z.array(z.enum(exposures)).optional(),
});

/** Measures the rules on the tools of one file that the other labels. Throws UsageError for lines that do not fit. */
export async function evaluateFile(
  toolsFile: string,
  labelsFile: string,
): Promise<{ count: number; accuracy: Accuracy }> {
  const labels = await readLabels(labelsFile);
  const tools = await Array.fromAsync(readToolLines(toolsFile));
  const labelled = tools.filter(({ id }) => labels.has(id));
  if (labelled.length < labels.size) {
    throw new UsageError(
      `Expected a definition for each of ${labels.size} labels; got ${labelled.length} in ${toolsFile}.`,
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
  return { count: labelled.length, accuracy };
}

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
