import { defineRule } from '../define-rule.ts';
import { findActs } from '../find-acts.ts';
import { isKeyPress, isSessionAct } from './acts-in-a-session.ts';

export const pressesKeys = defineRule({
  id: 'presses-keys',
  asks: 'Can a call press any key or click anything in an interactive session?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'A key or a click can submit, confirm, delete or leave, with all the rights of the session.',
  rationale: 'Presses or clicks in an interactive session: {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'browser_press_key', description: 'Press a key.' } },
      { tool: { name: 'browser_click', description: 'Click an element.' } },
      { tool: { name: 'tap', description: 'Tap on the screen of a device.' } },
    ],
    ignores: [
      { tool: { name: 'press_start', description: 'Press the start button of the emulator.' }, server: 'emulator' },
    ],
  },
  match: (tool) => findActs(tool, (act) => isKeyPress(act) && (isSessionAct(act, tool) || act.verb === 'tap')),
});
