import type { HintedVariable, LaunchHints } from './launch-hints.ts';
import { type Placeholder, placeholderFor } from './placeholder.ts';

/**
 * The ways to start a server that a list or a file of its package proposes: with the variables that it requires, then
 * with its arguments as well. Optional variables are left alone.
 */
export function hintedStarts(
  hints: LaunchHints,
  seed: string,
): Array<{ arguments: readonly string[]; environment: Placeholder[] }> {
  const environment = hints.environment
    .filter(({ name, isRequired }) => isRequired && !steersRuntime.test(name))
    .map((variable) => valueFor(variable, seed));
  return [
    { arguments: [], environment },
    { arguments: hints.arguments, environment },
  ];
}

/** Variables that steer the runtime or the sandbox itself: a stranger's list does not set them. */
export const steersRuntime = /^(?:PATH|HOME|TMPDIR|LANG|NODE_.*|LD_.*|DYLD_.*|PYTHON.*|npm_.*)$/;

function valueFor({ name, isSecret, default: proposed, choices }: HintedVariable, seed: string): Placeholder {
  const value = isSecret ? undefined : (proposed ?? choices[0]);
  return value ? { name, value, isSecret: false, fingerprint: value } : placeholderFor(name, seed);
}
