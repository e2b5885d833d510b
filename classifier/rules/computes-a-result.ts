import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';
import { makesSecret } from '../signs/secrets.ts';
import { isOutput } from './creates-a-record.ts';

export const computesAResult = defineRule({
  id: 'computes-a-result',
  asks: 'Does a call work something out and return it?',
  implies: { effects: ['read'], exposure: [] },
  why: 'Computation leaves nothing behind but its answer.',
  rationale: 'Works out {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'calculate_tax', description: 'Calculate the tax.' } },
      { tool: { name: 'generate_chart' } },
      { tool: { name: 'create_summary', description: 'Create a summary of a text.' } },
    ],
    ignores: [{ tool: { name: 'generate_api_key', description: 'Generate an API key.' } }],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) => (does(act, 'compute') && !makesSecret(act)) || (act.source === 'sentence' && isOutput(act)),
    ),
});
