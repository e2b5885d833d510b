import { defineRule } from '../define-rule.ts';
import { does, parameterSpan } from '../find-acts.ts';

export const marksWhatItReads = defineRule({
  id: 'marks-what-it-reads',
  asks: 'Can a call that reads also mark what it has read?',
  implies: { effects: ['update'], exposure: [] },
  why: 'What is marked as seen is no longer waited for: the owner may never look at it.',
  rationale: 'Can mark what it returns',
  references: ['https://www.rfc-editor.org/rfc/rfc9051#section-2.3.2'],
  examples: {
    flags: [
      {
        tool: {
          name: 'get_message',
          description: 'Get a message.',
          inputSchema: { type: 'object', properties: { markSeen: { type: 'boolean' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'get_message',
          description: 'Get a message.',
          inputSchema: { type: 'object', properties: { markdown: { type: 'boolean' }, unread: { type: 'boolean' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const reads = tool.acts.some((act) => does(act, 'read'));
    const found = reads
      ? tool.parameters.find(({ types, words }) => {
          const [first, ...rest] = words.map((word) => word.word);
          return types.includes('boolean') && first === 'mark' && rest.some((word) => marks.has(word));
        })
      : undefined;
    return found && { evidence: [parameterSpan(found)] };
  },
});

const marks = new Set(['seen', 'read', 'as', 'done', 'processed']);
