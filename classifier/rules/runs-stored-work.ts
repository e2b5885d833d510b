import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import { findModifyingQuery } from '../signs/find-modifying-query.ts';

export const runsStoredWork = defineRule({
  id: 'runs-stored-work',
  asks: 'Does a call set a stored workflow, job, test, procedure or agent going?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'What was stored acts when it is called, with whatever reach it was given.',
  rationale: 'Runs {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'trigger_pipeline', description: 'Triggers a pipeline.' } },
      { tool: { name: 'run_notebook_cell' } },
      { tool: { name: 'job_retry', description: 'Retry a failed job.' } },
    ],
    ignores: [
      { tool: { name: 'list_runs', description: 'Lists runs of a job.' } },
      { tool: { name: 'run_search', description: 'Run a search.' } },
      { tool: { name: 'play_track', description: 'Play a track.' } },
    ],
  },
  match: (tool) => {
    const query = findModifyingQuery(tool) !== undefined;
    return findActs(tool, (act) => isRun(act) && !verbIs(act, 'process compile') && !(query && concerns(act, 'sql')));
  },
});

function isRun(act: Act): boolean {
  if (verbIs(act, 'play')) return targets(act, 'work') && !targets(act, 'media');
  if (verbIs(act, 'test debug step')) return act.source === 'name' && act.certain && concerns(act, 'work');
  return does(act, 'run') && !verbIs(act, 'crawl install') && !targets(act, 'order');
}
