import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';

/**
 * The path of a program that a test needs, or null after the test was skipped with a line that says what to install.
 * Under ASSAY_REQUIRE_ALL=1, as in CI, a missing program fails the test instead.
 */
export function needProgram(test: TestContext, names: readonly string[], install: string): string | null {
  const found = findProgram(names);
  if (found) return found;
  const message = `SKIP: ${names.join(' or ')} not found; install it with: ${install}`;
  if (process.env.ASSAY_REQUIRE_ALL === '1') throw new Error(message);
  test.skip(message);
  return null;
}

function findProgram(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder: look in the next.
    }
  }
  return null;
}
