import { defineRule } from '../define-rule.ts';
import { spanAt } from '../find-spans.ts';

export const isTooLongToRead = defineRule({
  id: 'is-too-long-to-read',
  asks: 'Is the definition larger than what is read of it?',
  implies: { effects: [], exposure: [] },
  why: 'Whatever stands beyond the limit was not read, so the tool is never taken for one that only reads.',
  rationale: 'The definition is longer than what is read of it, so what stands further on is unknown',
  references: [],
  examples: {
    flags: [{ tool: { name: 'get_note', description: `Get a note. ${'More. '.repeat(12_000)}` } }],
    ignores: [{ tool: { name: 'get_note', description: 'Get a note.' } }],
  },
  match: (tool) =>
    tool.cutShort ? { evidence: [spanAt('/name', tool.definition.name, 0, tool.definition.name.length)] } : undefined,
});
