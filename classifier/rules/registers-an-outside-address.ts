import { defineRule } from '../define-rule.ts';
import { does, matchOf, parameterSpan } from '../find-acts.ts';

export const registersAnOutsideAddress = defineRule({
  id: 'registers-an-outside-address',
  asks: 'Can the caller set an address that data is sent to from then on?',
  implies: { effects: [], exposure: ['outbound'] },
  circumstance: 'standing',
  why: 'A webhook goes on sending what happens to whoever the caller named.',
  rationale: 'Sets an outside address that is called from then on',
  references: [],
  examples: {
    flags: [
      {
        tool: {
          name: 'create_webhook',
          description: 'Create a webhook.',
          inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'fetch_page',
          description: 'Fetch a page.',
          inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter((act) => does(act, 'create', 'update') && act.source !== 'aside');
    if (acts.length === 0) return undefined;
    const isHook = ['webhook', 'webhooks', 'hook', 'monitor', 'callback', 'forwarding'].some((word) =>
      tool.topicWords.has(word),
    );
    const parameter = tool.parameters.find(
      (each) =>
        each.freeText &&
        each.words.some((word) => ['url', 'endpoint', 'callback', 'webhook'].includes(word.word)) &&
        (isHook || each.words.some((word) => ['callback', 'webhook'].includes(word.word))),
    );
    return parameter && matchOf(acts.slice(0, 1), [parameterSpan(parameter)]);
  },
});
