import { defineRule } from '../define-rule.ts';
import { does, findActs, targets, verbIs } from '../find-acts.ts';
import { isSessionAct } from './acts-in-a-session.ts';
import { isRunning } from './cancels-a-commitment.ts';
import { isTalk } from './starts-or-stops-a-process.ts';

export const startsSomethingLight = defineRule({
  id: 'starts-something-light',
  asks: 'Does a call start or stop something that undoes itself or is the caller’s own?',
  implies: { effects: ['execute'], exposure: [] },
  circumstance: 'light',
  why: 'A track that plays, or one’s own query that is cancelled, hurts nobody else and can be put right at once.',
  rationale: 'Starts or stops {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'play_track', description: 'Play a track.' } },
      { tool: { name: 'cancel_query', description: 'Cancels your own query.' } },
    ],
    ignores: [{ tool: { name: 'restart_service', description: 'Restarts a service.' } }],
  },
  match: (tool) =>
    findActs(tool, (act) => {
      if (does(act, 'cancel')) return isRunning(act.object) && !targets(act, 'process');
      if (verbIs(act, 'play')) return !targets(act, 'work') || targets(act, 'media');
      if (verbIs(act, 'step login logout authenticate signin')) return act.certain;
      if (does(act, 'interact')) return act.certain && act.source !== 'aside' && !isSessionAct(act, tool);
      if (!does(act, 'start')) return false;
      const light = targets(act, 'media') || targets(act, 'view') || act.object.includes('analysis');
      return light || isTalk(act) || isRunning(act.object);
    }),
});
