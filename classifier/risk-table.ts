import type { Effect, Exposure, RiskLevel } from '../domain/classification.ts';
import type { Circumstance } from './define-rule.ts';

/** A finding costs `risk` when it has the effect, the exposure and the circumstance that the row names. */
export interface RiskRow {
  effect?: Effect;
  exposure?: Exposure;
  circumstance?: Circumstance;
  risk: RiskLevel;
  because: string;
}

/**
 * What a wrong call costs, from docs/taxonomy.md.
 * A finding takes the first row that fits for each of its effects, and each of its exposures; the tool takes the worst.
 */
export const effectRisks: readonly RiskRow[] = [
  { effect: 'pay', risk: 'critical', because: 'money that has moved does not come back by itself' },
  {
    effect: 'execute',
    circumstance: 'claimed',
    risk: 'medium',
    because: 'the author states how changes are prevented',
  },
  { effect: 'execute', exposure: 'unbounded', risk: 'critical', because: 'the caller writes what is run' },
  { effect: 'execute', circumstance: 'passing', risk: 'low', because: 'it changes only what is looked at' },
  { effect: 'execute', circumstance: 'light', risk: 'medium', because: 'it undoes itself or is the caller’s own' },
  { effect: 'execute', risk: 'high', because: 'what was started has effects of its own' },
  { effect: 'send', circumstance: 'light', risk: 'medium', because: 'it reaches only the caller' },
  { effect: 'send', risk: 'high', because: 'what others have received cannot be taken back' },
  { effect: 'delete', circumstance: 'container', risk: 'critical', because: 'everything inside goes with it' },
  { effect: 'delete', circumstance: 'detached', risk: 'medium', because: 'the thing itself stays and can be put back' },
  { effect: 'delete', risk: 'high', because: 'the former state is lost' },
  { effect: 'administer', circumstance: 'container', risk: 'critical', because: 'any rights can be given' },
  { effect: 'administer', risk: 'high', because: 'it changes who may do what' },
  { effect: 'create', exposure: 'outbound', risk: 'high', because: 'what is created reaches the outside' },
  { effect: 'create', risk: 'medium', because: 'the same server can undo it' },
  { effect: 'update', circumstance: 'cache', risk: 'low', because: 'a cache fills itself again' },
  { effect: 'update', circumstance: 'vague', risk: 'high', because: 'what it changes is not said' },
  { effect: 'update', risk: 'medium', because: 'the same server can undo it' },
  { effect: 'read', risk: 'low', because: 'nothing is spent but tokens' },
];

export const exposureRisks: readonly RiskRow[] = [
  { exposure: 'secrets', circumstance: 'metadata', risk: 'medium', because: 'names of credentials, not their values' },
  { exposure: 'secrets', risk: 'high', because: 'a credential passes through the agent' },
  { exposure: 'private', risk: 'medium', because: 'private data reaches the agent' },
  {
    exposure: 'untrusted',
    circumstance: 'arbitrary',
    risk: 'medium',
    because: 'anyone can write what the agent reads',
  },
  { exposure: 'untrusted', risk: 'low', because: 'only names or one catalogue’s entries' },
  { exposure: 'outbound', circumstance: 'standing', risk: 'high', because: 'data goes on leaving after the call' },
  { exposure: 'outbound', risk: 'medium', because: 'the caller chooses where it goes' },
  { exposure: 'unbounded', risk: 'medium', because: 'the caller writes a free expression' },
];
