import { defineRule } from '../define-rule.ts';
import { spanAt } from '../find-spans.ts';
import { isNoun } from '../lexicon/nouns.ts';

export const describesInformation = defineRule({
  id: 'describes-information',
  asks: 'Is the tool described by the information that it returns, without a verb?',
  implies: { effects: ['read'], exposure: [] },
  why: 'A name or description such as "Coin data by id" names an answer, and no act.',
  rationale: 'Returns the information that it is named for',
  references: [],
  examples: {
    flags: [{ tool: { name: 'coins', description: 'Coin data by id' } }, { tool: { name: 'npmVersions' } }],
    ignores: [{ tool: { name: 'blob', description: 'Does the thing.' } }, { tool: { name: 'delete_version' } }],
  },
  match: (tool) => {
    if (tool.acts.length > 0) return undefined;
    const { text, mainWords } = tool.description;
    const word = mainWords.slice(0, 12).find((each) => isNoun(each.word, 'information'));
    if (word) return { evidence: [spanAt('/description', text, word.start, word.end)] };
    const name = tool.nameTokens.find((each) => isNoun(each.word, 'information'));
    return name && { evidence: [spanAt('/name', tool.definition.name, name.start, name.end)] };
  },
});
