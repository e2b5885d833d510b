import { UsageError } from '../../domain/errors.ts';
import { isJsonObject } from '../../domain/json.ts';

/**
 * The tools of a saved answer to tools/list: the JSON-RPC message, its result, or the bare array. Each tool is as it
 * stands in the file, unchecked. Throws UsageError where the text is none of these.
 */
export function readToolList(text: string, file: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UsageError(`Expected ${file} to hold JSON; got something else. Save the answer to tools/list in it.`, {
      cause,
    });
  }
  const result = isJsonObject(value) && isJsonObject(value.result) ? value.result : value;
  const tools = isJsonObject(result) ? result.tools : result;
  if (Array.isArray(tools)) return tools;
  throw new UsageError(
    `Expected ${file} to hold an answer to tools/list, {"tools": […]} or an array of tools; got neither.`,
  );
}
