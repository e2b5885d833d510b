import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets } from '../find-acts.ts';
import { isSessionAct } from './acts-in-a-session.ts';

export const resetsData = defineRule({
  id: 'resets-data',
  asks: 'Does a call clear or reset data, so that the former state is lost?',
  implies: { effects: ['delete', 'update'], exposure: [] },
  why: 'What was there before the reset cannot be read back.',
  rationale: 'Resets or clears {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'reset_timer_log', description: 'Reset the logged time to zero.' } },
      { tool: { name: 'clear_history', description: 'Clear the history.' } },
    ],
    ignores: [
      { tool: { name: 'clear_cache', description: 'Clears the cache.' } },
      { tool: { name: 'reset_settings', description: 'Reset settings to their defaults.' } },
    ],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        does(act, 'clear') &&
        !concerns(act, 'cache') &&
        !isSetting(act.object) &&
        !targets(act, 'access') &&
        !isView(act.object) &&
        !tool.acts.some((other) => other.verb === act.verb && isSessionAct(other, tool)),
    ),
});

export function isSetting(words: readonly string[]): boolean {
  const settings = [
    'setting',
    'settings',
    'config',
    'configuration',
    'preferences',
    'options',
    'defaults',
    'mode',
    'theme',
    'limits',
    'timer',
  ];
  return words.some((word) => settings.includes(word));
}

export function isView(words: readonly string[]): boolean {
  const views = [
    'input',
    'field',
    'screen',
    'selection',
    'filter',
    'filters',
    'highlight',
    'highlights',
    'view',
    'console',
    'terminal',
    'zoom',
    'camera',
    'element',
    'text',
    'breakpoint',
    'breakpoints',
    'canvas',
  ];
  return words.some((word) => views.includes(word));
}

/** Marks that a tool draws over what is looked at. */
export function isMark(words: readonly string[]): boolean {
  return words.some((word) =>
    ['highlight', 'highlights', 'overlay', 'selection', 'breakpoint', 'breakpoints'].includes(word),
  );
}
