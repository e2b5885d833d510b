import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { classifyTool } from '../../classifier/classify-tool.ts';
import type { Classification } from '../../domain/classification.ts';
import { readToolLines } from './read-tool-lines.ts';

/** Judges the definitions of a file by rules alone, one line each, into another file or to standard output. */
export async function judgeFile(input: string, output: string | undefined, signal: AbortSignal): Promise<void> {
  const siblings = await readSiblings(input);
  const lines = Readable.from(judgeLines(input, siblings));
  if (!output) return pipeline(lines, process.stdout, { end: false, signal });
  const unfinished = `${output}.${process.pid}.part`;
  try {
    await pipeline(lines, createWriteStream(unfinished), { signal });
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

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

async function* judgeLines(input: string, siblings: ReadonlyMap<string, string[]>): AsyncGenerator<string> {
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
