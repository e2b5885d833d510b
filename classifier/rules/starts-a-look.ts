import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';
import { isLook } from './starts-a-provider-job.ts';

export const startsALook = defineRule({
  id: 'starts-a-look',
  asks: 'Does a call start or stop something that only watches: a trace, a profile, a recording?',
  implies: { effects: ['execute'], exposure: [] },
  circumstance: 'passing',
  why: 'It costs time on the machine that is watched and ends by itself or on request.',
  rationale: 'Starts or stops {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'start_tracing', description: 'Start a trace recording.' } }],
    ignores: [{ tool: { name: 'get_analysis', description: 'Gets an analysis.' } }],
  },
  match: (tool) => findActs(tool, (act) => does(act, 'start') && isLook(act) && !act.object.includes('analysis')),
});
