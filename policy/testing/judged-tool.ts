import fc from 'fast-check';
import { categories, effects, exposures, riskLevels } from '../../domain/classification.ts';
import type { JudgedTool } from '../judged-tool.ts';

/** A tool that starts something: Execute, high, not destructive, with what a test changes. */
export function judgedTool(name: string, changes: Partial<JudgedTool> = {}): JudgedTool {
  return {
    name,
    category: 'Execute',
    risk: 'high',
    destructive: false,
    financial: false,
    effects: ['execute'],
    exposure: [],
    basis: 'rules',
    restsOnClaim: false,
    operations: [],
    parameters: [],
    ...changes,
  };
}

/** Names that break maps, globs, files and terminals, among ordinary and random ones. */
export const anyName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '*', '', 'a', 'a.b', 'read file', '\ud800', '\u202e', '10'),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[a-z_]{1,12}$/),
);

export const anyTool: fc.Arbitrary<JudgedTool> = fc.record({
  name: anyName,
  category: fc.constantFrom(...categories),
  risk: fc.constantFrom(...riskLevels),
  destructive: fc.boolean(),
  financial: fc.boolean(),
  effects: fc.subarray([...effects]),
  exposure: fc.subarray([...exposures]),
  basis: fc.constantFrom('rules', 'model', 'assumed'),
  restsOnClaim: fc.boolean(),
  operations: fc.constant([]),
  parameters: fc.constant([]),
});
