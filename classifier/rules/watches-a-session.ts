import { defineRule } from '../define-rule.ts';
import { findActs, verbIs } from '../find-acts.ts';

export const watchesASession = defineRule({
  id: 'watches-a-session',
  asks: 'Does a call only wait for, look at or record what a session shows?',
  implies: { effects: ['read'], exposure: [] },
  why: 'Looking at a page changes nothing on it.',
  rationale: 'Looks at an interactive session: {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'take_screenshot', description: 'Take a screenshot of the page.' } }],
    ignores: [{ tool: { name: 'click', description: 'Click an element.' } }],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        verbIs(act, 'take make') &&
        act.heads.some((word) => ['screenshot', 'snapshot', 'screenshots', 'capture'].includes(word)),
    ),
});
