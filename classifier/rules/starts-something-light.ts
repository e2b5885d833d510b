import { defineRule } from '../define-rule.ts';
import { does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';
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
      { tool: { name: 'browser_session_create', description: 'Create a browser session.' } },
      { tool: { name: 'close_tunnel', description: 'Close an SSH tunnel.' } },
      { tool: { name: 'cancel_query', description: 'Cancels your own query.' } },
    ],
    ignores: [
      { tool: { name: 'restart_service', description: 'Restarts a service.' } },
      { tool: { name: 'create_session', description: 'Create a training session of a course.' } },
    ],
  },
  match: (tool) =>
    findActs(tool, (act) => {
      if (does(act, 'cancel')) return isRunning(act.object) && !targets(act, 'process');
      if (verbIs(act, 'play')) return !targets(act, 'work') || targets(act, 'media');
      if (verbIs(act, 'step login logout authenticate signin')) return act.certain;
      if (isOwnSession(act, tool) || verbIs(act, 'connect disconnect reconnect'))
        return does(act, 'start') || isOwnSession(act, tool);
      if (does(act, 'interact')) return act.certain && act.source !== 'aside' && !isSessionAct(act, tool);
      if (!does(act, 'start')) return false;
      const light = targets(act, 'media') || targets(act, 'view') || act.object.includes('analysis');
      return light || isTalk(act) || isRunning(act.object);
    }),
});

const opening = 'create open close start establish initialize init end delete terminate kill reconnect';
const sessions = new Set(['session', 'sessions', 'tunnel', 'tunnels', 'connection', 'connections', 'browser']);
const surroundings = [
  'browser',
  'ssh',
  'shell',
  'terminal',
  'repl',
  'debugger',
  'websocket',
  'tunnel',
  'imap',
  'smtp',
  'pty',
];

/** A session with a browser, shell or server that the caller opens for itself: not a course's or a chat's. */
function isOwnSession(act: Act, tool: ToolReading): boolean {
  if (!verbIs(act, opening) || act.source === 'aside' || !sessions.has(act.heads.at(-1) ?? '')) return false;
  return surroundings.some((word) => tool.topicWords.has(word) || tool.server.nameWords.has(word));
}
