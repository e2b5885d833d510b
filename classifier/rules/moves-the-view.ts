import { defineRule } from '../define-rule.ts';
import { findActs } from '../find-acts.ts';
import { isPassing, isSessionAct } from './acts-in-a-session.ts';

export const movesTheView = defineRule({
  id: 'moves-the-view',
  asks: 'Does a call only scroll, go back or switch what a session looks at?',
  implies: { effects: ['execute'], exposure: [] },
  circumstance: 'passing',
  why: 'Only the view changes, and the next call can change it back.',
  rationale: 'Moves the view of an interactive session: {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'browser_scroll', description: 'Scroll the page.' } },
      { tool: { name: 'switch_tab', description: 'Switch to a browser tab.' } },
    ],
    ignores: [{ tool: { name: 'browser_click', description: 'Click an element.' } }],
  },
  match: (tool) => findActs(tool, (act) => isPassing(act) && isSessionAct(act, tool)),
});
