import { stripVTControlCharacters } from 'node:util';
import type { SandboxMount } from '../sandbox/sandbox.ts';
import type { Placeholder } from './placeholder.ts';

/** Shapes of credentials that a server may have found or made up by itself. */
const credentials =
  /\b(?:gh[pousr]_|github_pat_|glpat-|sk-|sk_live_|sk_test_|xox[abprs]-|AKIA|AIza|hf_|npm_|pypi-)[A-Za-z0-9_-]{12,}|\bey[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/g;
const longRuns = /[A-Za-z0-9_+=-]{32,}/g;
const homes = /(?:\/home|\/Users|[A-Za-z]:\\Users)[\\/](?!assay\b)[^\\/\s:'"]+|\/root(?=[/\s:'"]|$)/g;

export interface Redaction {
  placeholders: readonly Placeholder[];
  mounts: readonly SandboxMount[];
  maxLength: number;
}

/** The end of a server's stderr as it may be kept: without what we passed, home folders, host paths or credentials. */
export function redactStderr(stderr: string, { placeholders, mounts, maxLength }: Redaction): string {
  let text = stripVTControlCharacters(stderr.slice(-4 * maxLength)).replaceAll('\0', '');
  for (const { source, target } of mounts) text = text.replaceAll(source, target);
  for (const { name, value } of placeholders) {
    if (value.length >= 6) text = text.replaceAll(value, `‹value of ${name}›`);
  }
  text = text
    .replace(homes, '‹home›')
    .replace(credentials, '‹credential›')
    .replace(longRuns, (run) => (/\d/.test(run) && /[A-Za-z]/.test(run) ? '‹redacted›' : run))
    .trim();
  return tail(text, maxLength);
}

/** The end of a text, marked where its beginning is cut off. */
export function tail(text: string, maxLength: number): string {
  return text.length > maxLength ? `…${text.slice(1 - maxLength)}` : text;
}
