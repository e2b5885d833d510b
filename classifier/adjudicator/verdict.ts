import { z } from 'zod';
import { confidences, effects, exposures, riskLevels } from '../../domain/classification.ts';

/** What a model answers about one tool, in the words of docs/taxonomy.md. Nothing in it has been checked yet. */
export const verdictSchema = z.object({
  /** Empty where the definition does not show what a call does. */
  effects: z.array(z.enum(effects)),
  exposure: z.array(z.enum(exposures)),
  risk: z.enum(riskLevels),
  confidence: z.enum(confidences),
  /** Words of the definition, as they stand there. */
  quotes: z.array(z.string()),
  rationale: z.string(),
});

export type Verdict = z.infer<typeof verdictSchema>;
