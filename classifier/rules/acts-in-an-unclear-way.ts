import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';
import { isOutput } from './creates-a-record.ts';
import { statesARestriction } from './states-a-restriction.ts';

export const actsInAnUnclearWay = defineRule({
  id: 'acts-in-an-unclear-way',
  asks: 'Does the tool name an act that no other rule can place?',
  implies: { effects: ['update'], exposure: [] },
  circumstance: 'vague',
  fallback: true,
  why: 'A verb that acts is no evidence of reading, so the cautious reading holds.',
  rationale: 'Acts, though the words do not tell on what: {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'process_thing', description: 'Process a thing.' } }],
    ignores: [
      { tool: { name: 'get_thing', description: 'Get a thing.' } },
      { tool: { name: 'update_thing', description: 'Update a thing.' } },
    ],
  },
  match: (tool) => {
    const queries = statesARestriction.match(tool) !== undefined;
    return findActs(tool, (act) => {
      if (!act.certain || act.source === 'aside' || isOutput(act)) return false;
      return !does(act, 'read', 'compute', 'perform', 'manage') && !(queries && does(act, 'run'));
    });
  },
});
