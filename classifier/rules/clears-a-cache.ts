import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs } from '../find-acts.ts';
import { isSessionAct } from './acts-in-a-session.ts';
import { isMark, isSetting, isView } from './resets-data.ts';

export const clearsACache = defineRule({
  id: 'clears-a-cache',
  asks: 'Does a call clear only what comes back by itself?',
  implies: { effects: ['update'], exposure: [] },
  circumstance: 'cache',
  why: 'A cache fills again and a setting can be set again: the cost is time.',
  rationale: 'Clears {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'clear_cache', description: 'Clears the cache.' } },
      { tool: { name: 'reset_settings', description: 'Reset settings to their defaults.' } },
    ],
    ignores: [{ tool: { name: 'delete_file', description: 'Deletes a file.' } }],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        (does(act, 'clear', 'delete') && concerns(act, 'cache')) ||
        (does(act, 'clear') && (isSetting(act.object) || isView(act.object)) && !isSessionAct(act, tool)) ||
        (does(act, 'delete') && isMark(act.heads)),
    ),
});
