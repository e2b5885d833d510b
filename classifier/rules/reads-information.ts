import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';

export const readsInformation = defineRule({
  id: 'reads-information',
  asks: 'Does a call look something up and return it?',
  implies: { effects: ['read'], exposure: [] },
  why: 'Nothing changes; what matters is what is returned, and to whom.',
  rationale: 'Returns {object}',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      { tool: { name: 'get_invoice', description: 'Get an invoice.' } },
      { tool: { name: 'app_logs_get' } },
      { tool: { name: 'weather', description: 'Use this to look up the weather.' } },
      { tool: { name: 'kucha', description: '查询天气' } },
    ],
    ignores: [{ tool: { name: 'create_invoice', description: 'Create an invoice.' } }],
  },
  match: (tool) => findActs(tool, (act) => does(act, 'read')),
});
