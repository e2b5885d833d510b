import { parseReference } from './parse-reference.ts';
import type { ParseOptions } from './source.ts';

/** Whether a stranger's text is a reference. */
export function isReference(text: string, options: ParseOptions): boolean {
  try {
    parseReference(text, options);
    return true;
  } catch {
    return false;
  }
}
