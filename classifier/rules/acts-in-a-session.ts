import { defineRule } from '../define-rule.ts';
import { does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';

export const actsInASession = defineRule({
  id: 'acts-in-a-session',
  asks: 'Does a call click, type, fill in or navigate in an interactive session?',
  implies: { effects: ['execute'], exposure: [] },
  circumstance: 'light',
  why: 'Whatever the page or program does at a click is done with the session’s rights.',
  rationale: 'Acts in an interactive session on {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'browser_drag', description: 'Drag an element of the page.' } },
      { tool: { name: 'page_fill', description: 'Fill a form field of the browser page.' } },
    ],
    ignores: [
      { tool: { name: 'browser_snapshot', description: 'Capture a snapshot of the page.' } },
      { tool: { name: 'press_releases_list', description: 'Lists press releases.' } },
      { tool: { name: 'browser_press_key', description: 'Press a key.' } },
      { tool: { name: 'browser_click', description: 'Click an element of the page.' } },
    ],
  },
  match: (tool) => findActs(tool, (act) => isSessionAct(act, tool) && !isKeyPress(act) && !isPassing(act)),
});

const screenWords = ['browser', 'page', 'element', 'screen', 'url', 'selector', 'xpath', 'tab', 'dialog', 'cursor'];

/** Words that are only said of screens, and words that need a screen beside them. */
export function isSessionAct(act: Act, tool: ToolReading): boolean {
  if (act.source === 'aside' || act.source === 'title') return false;
  if (verbIs(act, 'refresh move') && isPassing(act))
    return act.object.some((word) => ['mouse', 'cursor', 'pointer', 'page', 'tab', 'browser'].includes(word));
  if (verbIs(act, 'click hover drag dblclick rightclick swipe goto scroll')) return true;
  if (verbIs(act, 'navigate') && act.source !== 'operation') return true;
  const onScreen =
    tool.server.topics.has('browser') ||
    tool.server.topics.has('device') ||
    screenWords.some((word) => tool.topicWords.has(word) || tool.parameters.some((each) => each.name === word));
  if (!onScreen) return false;
  if (verbIs(act, 'close handle'))
    return targets(act, 'view') || act.object.includes('browser') || act.object.includes('dialog');
  if (verbIs(act, 'resize emulate')) return targets(act, 'view') || tool.server.topics.has('browser');
  if (verbIs(act, 'upload')) return tool.server.topics.has('browser') && act.source === 'name';
  if (verbIs(act, 'clear')) return act.object.some((word) => ['input', 'field', 'element', 'text'].includes(word));
  return does(act, 'interact') && (act.certain || act.source === 'name');
}

export function isKeyPress(act: Act): boolean {
  if (verbIs(act, 'keypress sendkeys click dblclick rightclick tap')) return true;
  return (
    verbIs(act, 'press') &&
    (act.object.length === 0 || act.object.some((word) => /^(keys?|keyboard|hotkey|shortcut)$/.test(word)))
  );
}

/** Scrolling, going back, pointing and switching tabs change only what is looked at. */
export function isPassing(act: Act): boolean {
  if (verbIs(act, 'scroll back forward zoom focus reload switch blur hover resize maximize minimize')) return true;
  if (verbIs(act, 'refresh')) return act.heads.some((word) => ['page', 'tab', 'browser'].includes(word));
  if (verbIs(act, 'move')) return act.object.some((word) => ['mouse', 'cursor', 'pointer'].includes(word));
  if (verbIs(act, 'navigate go')) return ['back', 'forward', 'history'].some((word) => act.object.includes(word));
  if (verbIs(act, 'press')) return !isKeyPress(act);
  return verbIs(act, 'select') && act.heads.some((word) => ['tab', 'page', 'window', 'tabs'].includes(word));
}
