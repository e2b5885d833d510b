import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { classifyTool } from '../classifier/classify-tool.ts';
import type { Classification } from '../domain/classification.ts';
import { UsageError } from '../domain/errors.ts';
import { createCommand, parseCommand } from './lib/command.ts';
import { readToolLines } from './lib/read-tool-lines.ts';
import { runMain } from './lib/run-main.ts';

const command = createCommand('classify', 'Judges tool definitions from a file, without a database.')
  .option('--input <file>', 'one JSON object a line: id, server, name, title, description, inputSchema, …')
  .option('--output <file>', 'one judgement a line; standard output when absent');

await runMain(async (signal) => {
  const { input, output } = parseCommand(command).opts();
  if (!input)
    throw new UsageError('Expected --input <file>, one tool definition a line. See npm run classify -- --help.');
  const siblings = await readSiblings(input);
  const lines = Readable.from(judge(input, siblings));
  if (!output) {
    await pipeline(lines, process.stdout, { end: false, signal });
    return 0;
  }
  const unfinished = `${output}.${process.pid}.part`;
  try {
    await pipeline(lines, createWriteStream(unfinished), { signal });
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return 0;
});

/** Tool names by server, in file order: what a rule may know of a tool's neighbours. */
async function readSiblings(input: string): Promise<Map<string, string[]>> {
  const siblings = new Map<string, string[]>();
  for await (const { server, definition } of readToolLines(input)) {
    const names = siblings.get(server);
    if (names) names.push(definition.name);
    else siblings.set(server, [definition.name]);
  }
  return siblings;
}

async function* judge(input: string, siblings: ReadonlyMap<string, string[]>): AsyncGenerator<string> {
  for await (const { id, server, definition } of readToolLines(input)) {
    const context = { server, instructions: null, siblings: siblings.get(server) ?? [] };
    yield formatJudgement(id, classifyTool(definition, context));
  }
}

function formatJudgement(id: string, judged: Classification): string {
  const { category, risk, destructive, financial, effects, exposure, basis, confidence, rationale, evidence, ruleset } =
    judged;
  return `${JSON.stringify({ id, category, risk, destructive, financial, effects, exposure, basis, confidence, rationale, evidence, ruleset })}\n`;
}
