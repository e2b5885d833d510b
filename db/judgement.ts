import type { Classification } from '../domain/classification.ts';

/** A classification under its judgement key; see `judgementKey`. */
export interface Judgement {
  key: string;
  classification: Classification;
}
