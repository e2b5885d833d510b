import { effects, exposures } from '../../domain/classification.ts';
import { AdjudicationError } from './adjudicator.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

const maxQuotes = 8;
const maxRationaleLength = 400;

/** Reads a model's answer, fenced or not, and bounds what it holds. Throws an AdjudicationError where it is anything but one verdict. */
export function parseVerdict(answer: string): Verdict {
  const parsed = verdictSchema.safeParse(parseObject(answer));
  if (parsed.success) return bound(parsed.data);
  const issue = parsed.error.issues[0];
  throw new AdjudicationError(
    `Expected a verdict in JSON; got one whose ${issue?.path.join('.') || 'shape'} is wrong`,
    'tool',
  );
}

function bound(verdict: Verdict): Verdict {
  return {
    ...verdict,
    effects: effects.filter((effect) => verdict.effects.includes(effect)),
    exposure: exposures.filter((exposure) => verdict.exposure.includes(exposure)),
    quotes: verdict.quotes.slice(0, maxQuotes),
    rationale: verdict.rationale.slice(0, maxRationaleLength),
  };
}

function parseObject(answer: string): unknown {
  try {
    return JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
  } catch {
    throw new AdjudicationError('Expected a verdict in JSON; got other text', 'tool');
  }
}
