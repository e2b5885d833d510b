import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { UsageError } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';

const lineSchema = z.looseObject({ id: z.string().min(1), server: z.string().default(''), name: z.string().min(1) });

/** One definition of a file: `{id, server, name, title, description, inputSchema, outputSchema, annotations}`. */
export interface ToolLine {
  id: string;
  server: string;
  definition: ToolDefinition;
}

/** Reads one JSON object a line, blank lines aside, from a plain or gzipped (`.gz`) file. Throws a UsageError that names the line that is something else. */
export async function* readToolLines(file: string): AsyncGenerator<ToolLine> {
  let number = 0;
  for await (const text of await openLines(file)) {
    number += 1;
    if (text.trim() !== '') yield parseToolLine(text, `${file}:${number}`);
  }
}

async function openLines(file: string): Promise<AsyncIterable<string>> {
  try {
    const handle = await open(file);
    return file.endsWith('.gz') ? gunzipLines(handle) : handle.readLines();
  } catch (error) {
    throw new UsageError(`Expected a readable file; got ${file} (${describeError(error)})`, { cause: error });
  }
}

function gunzipLines(handle: FileHandle): AsyncIterable<string> {
  const input = pipeline(handle.createReadStream(), createGunzip(), () => {});
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

function parseToolLine(text: string, where: string): ToolLine {
  const raw = parseJson(text, where);
  const parsed = lineSchema.safeParse(raw);
  if (!isJsonObject(raw) || !parsed.success) {
    const problem = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new UsageError(`Expected an object with id, server and name at ${where}; got ${problem ?? 'something else'}`);
  }
  const { id, server, name } = parsed.data;
  return { id, server, definition: { ...definitionPart(raw), name } };
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`Expected one JSON object a line at ${where}; got ${describeError(error)}`, { cause: error });
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function definitionPart(raw: JsonObject): JsonObject {
  const { id: _id, server: _server, ...definition } = raw;
  return definition;
}
