import { defineRule } from '../define-rule.ts';
import { findActs } from '../find-acts.ts';
import { isKeyPress, isSessionAct } from './acts-in-a-session.ts';

export const pressesKeys = defineRule({
  id: 'presses-keys',
  asks: 'Can a call press any key of a session’s keyboard?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'A key can submit, delete or leave, and shortcuts reach beyond the page.',
  rationale: 'Presses keys in an interactive session',
  references: [],
  examples: {
    flags: [{ tool: { name: 'browser_press_key', description: 'Press a key.' } }],
    ignores: [
      { tool: { name: 'press_start', description: 'Press the start button of the emulator.' }, server: 'emulator' },
    ],
  },
  match: (tool) => findActs(tool, (act) => isKeyPress(act) && isSessionAct(act, tool)),
});
