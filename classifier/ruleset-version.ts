import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;
/** Folders beside the rules that no judgement depends on. */
const others = ['threats', 'adjudicator', 'evaluation'];

/**
 * Names the rules, tables and decisions that judge: a hash over this folder's sources, taken once at start.
 * It cannot go stale, as a number kept by hand would.
 */
export const rulesetVersion: string = hashSources();

function hashSources(): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !others.includes(file.split('/')[0] ?? ''));
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
