import { defineRule } from '../define-rule.ts';
import { matchOf, verbIs } from '../find-acts.ts';
import { spanAt } from '../find-spans.ts';
import { readTextWords } from '../reading/read-words.ts';

export const spendsCredits = defineRule({
  id: 'spends-credits',
  asks: 'Does a call spend prepaid credits on a stated purchase or subscription?',
  implies: { effects: ['pay'], exposure: [] },
  why: 'Credits were bought with money, and a subscription goes on spending them.',
  rationale: 'Spends prepaid credits on {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'subscribe_report', description: 'Subscribe to reports. Costs 200 credits.' } }],
    ignores: [
      { tool: { name: 'search', description: 'Search leads. Costs 2 credits.' } },
      { tool: { name: 'subscribe_topic', description: 'Subscribe to a topic.' } },
    ],
  },
  match: (tool) => {
    const { text, vocabulary } = tool.description;
    if (!vocabulary.has('credits')) return undefined;
    const acts = tool.acts.filter((act) => verbIs(act, 'subscribe purchase buy order unlock renew upgrade'));
    if (acts.length === 0) return undefined;
    const words = readTextWords(text);
    const at = words.findIndex((word, index) => /^\d/.test(word.word) && words[index + 1]?.word === 'credits');
    const [amount, unit] = [words[at], words[at + 1]];
    return amount && unit
      ? matchOf(acts.slice(0, 2), [spanAt('/description', text, amount.start, unit.end)])
      : undefined;
  },
});
