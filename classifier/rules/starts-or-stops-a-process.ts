import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import { isRunning } from './cancels-a-commitment.ts';
import { isJobStart, isLook } from './starts-a-provider-job.ts';

export const startsOrStopsAProcess = defineRule({
  id: 'starts-or-stops-a-process',
  asks: 'Does a call start, stop, restart or scale something that runs?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'Whoever depends on the process notices: a stopped service is an outage.',
  rationale: 'Starts, stops or scales {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'restart_service', description: 'Restarts a service.' } },
      { tool: { name: 'stop_vm' } },
      { tool: { name: 'cancel_pipeline', description: 'Cancel a running pipeline.' } },
    ],
    ignores: [
      { tool: { name: 'pause_playback', description: 'Pause playback.' } },
      { tool: { name: 'cancel_query', description: 'Cancels your own query.' } },
      { tool: { name: 'get_start_time', description: 'Gets the start time.' } },
    ],
  },
  match: (tool) =>
    findActs(tool, (act) => {
      if (isLook(act) || targets(act, 'media') || targets(act, 'view') || isRunning(act.object) || isTalk(act))
        return false;
      if (isJobStart(act)) return false;
      if (does(act, 'cancel')) return targets(act, 'process');
      if (verbIs(act, 'terminate kill teardown')) return targets(act, 'process');
      if (verbIs(act, 'connect disconnect mount unmount')) return false;
      if (verbIs(act, 'start begin initiate stop end pause resume'))
        return concerns(act, 'process') || concerns(act, 'work') || act.source === 'name';
      return does(act, 'start');
    }),
});

/** A conversation, an exercise or a session of thinking is no process. */
export function isTalk(act: Act): boolean {
  const talk = [
    'chat',
    'conversation',
    'thinking',
    'game',
    'quiz',
    'discussion',
    'thread',
    'lesson',
    'session',
    'timer',
    'debate',
    'research',
    'task',
    'process',
    'workflow',
    'wizard',
    'sprint',
    'transaction',
    'time',
  ];
  return (
    verbIs(act, 'start begin initiate end') &&
    (talk.includes(act.heads.at(-1) ?? '') || talk.includes(act.heads[0] ?? ''))
  );
}
