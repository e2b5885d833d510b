import type { Finding } from '../domain/classification.ts';
import type { Circumstance, Rule } from './define-rule.ts';

/** A finding with what the decision needs of its rule. */
export interface Found {
  rule: Rule;
  finding: Finding;
  circumstance: Circumstance | undefined;
  /** What the statement says before its evidence. */
  said: string;
}
