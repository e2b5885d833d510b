import type { EvidenceSpan } from '../domain/evidence.ts';
import type { Match } from './define-rule.ts';
import { isNoun, type NounClass } from './lexicon/nouns.ts';
import type { VerbClass } from './lexicon/verbs.ts';
import type { Act } from './reading/act.ts';
import type { Parameter } from './reading/read-schema.ts';
import type { ToolReading } from './reading/read-tool.ts';

const maxSpans = 3;

/** The match that the acts for which the question holds give, or undefined where there are none. */
export function findActs(tool: ToolReading, holds: (act: Act) => boolean): Match | undefined {
  return matchOf(tool.acts.filter(holds));
}

export function matchOf(acts: readonly Act[], more: readonly EvidenceSpan[] = []): Match | undefined {
  if (acts.length === 0) return undefined;
  const phrases = acts.map((act) => act.phrase).filter((phrase) => phrase !== '');
  const sentence = acts.find((act) => act.source === 'sentence' && act.phrase !== '');
  const object = sentence?.phrase ?? phrases[0];
  const evidence = [...acts.map((act) => act.span), ...more].slice(0, maxSpans);
  return object === undefined ? { evidence } : { evidence, object };
}

/** Whether the act's verb is of one of the classes. */
export function does(act: Act, ...verbClasses: VerbClass[]): boolean {
  return verbClasses.includes(act.verbClass);
}

const lemmaSets = new Map<string, ReadonlySet<string>>();

/** Whether the verb is one of these lemmas, separated by spaces. */
export function verbIs(act: Act, lemmas: string): boolean {
  let set = lemmaSets.get(lemmas);
  if (set === undefined) {
    set = new Set(lemmas.split(' '));
    lemmaSets.set(lemmas, set);
  }
  return set.has(act.verb);
}

/** Whether any word of the object is of the class. */
export function concerns(act: Act, nounClass: NounClass): boolean {
  return act.object.some((word) => isNoun(word, nounClass));
}

/** Whether a head noun of the object is of the class. */
export function targets(act: Act, nounClass: NounClass): boolean {
  return act.heads.some((word) => isNoun(word, nounClass));
}

/** Whether the words after this preposition hold one of the class. */
export function leadsTo(act: Act, preposition: string, nounClass: NounClass): boolean {
  return act.complements[preposition]?.some((word) => isNoun(word, nounClass)) ?? false;
}

/** The first parameter for which the question holds. */
export function findParameter(tool: ToolReading, holds: (parameter: Parameter) => boolean): Parameter | undefined {
  return tool.parameters.find(holds);
}

/** The span of a parameter's name. */
export function parameterSpan(parameter: Parameter): EvidenceSpan {
  return { pointer: parameter.pointer, part: 'key', start: 0, end: parameter.name.length, quote: parameter.name };
}
