import { defineRule } from '../define-rule.ts';
import { spanAt } from '../find-spans.ts';

export const incursCharges = defineRule({
  id: 'incurs-charges',
  asks: 'Does the author say that a call is billed to the account?',
  implies: { effects: [], exposure: [] },
  why: 'Metered use is no payment that the call makes, but an agent in a loop can run up a bill.',
  rationale: 'Costs money, by the author’s own words',
  references: ['https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/'],
  examples: {
    flags: [
      { tool: { name: 'render', description: 'Render a film. Each call incurs charges.' } },
      { tool: { name: 'speak', description: 'COST WARNING: this calls a paid API.' } },
    ],
    ignores: [
      { tool: { name: 'get_cost', description: 'Get the cost of a project.' } },
      { tool: { name: 'charge_card', description: 'Charges a card.' } },
      { tool: { name: 'get_plan', description: 'Get a plan. Does not incur charges.' } },
    ],
  },
  match: (tool) => {
    const { text, vocabulary } = tool.description;
    if (!hints.some((word) => vocabulary.has(word))) return undefined;
    const lower = tool.description.lower.replaceAll('\n', ' ');
    const found = phrases
      .map((phrase) => ({ phrase, at: lower.indexOf(phrase) }))
      .filter(({ at }) => at >= 0 && !isNegated(lower, at))
      .slice(0, 2);
    if (found.length === 0) return undefined;
    return {
      evidence: found.map(({ phrase, at }) =>
        spanAt('/description', text, at, sentenceEnd(lower, at + phrase.trimEnd().length)),
      ),
    };
  },
});

const hints = [
  'cost',
  'costs',
  'charge',
  'charges',
  'charged',
  'billed',
  'bills',
  'paid',
  'credit',
  'credits',
  'incur',
  'incurs',
  'money',
];

/** What authors write where a call is billed; lower case. */
const phrases = [
  'incurs ',
  'incur ',
  'cost warning',
  'billed to',
  'is billed',
  'are billed',
  'be billed',
  'billed per',
  'costs money',
  'cost money',
  'paid api',
  'consumes credits',
  'consume credits',
  'uses credits',
  'credits per',
  'credit per',
  'be charged',
  'are charged',
  'charged per',
  'charges apply',
];

function isNegated(lower: string, at: number): boolean {
  const before = lower.slice(Math.max(0, at - 16), at);
  return ['not ', 'no ', "n't ", 'never ', 'without ', 'avoid '].some((word) => before.includes(word));
}

/** The end of the sentence, or of its sixth word from here; never after white space. */
function sentenceEnd(text: string, from: number): number {
  const rest = /^[^\s.:;!]*(?:\s+[^\s.:;!]+){0,6}/.exec(text.slice(from, from + 200))?.[0] ?? '';
  return from + rest.trimEnd().length;
}
