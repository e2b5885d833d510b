import { defineRule } from '../define-rule.ts';
import { does, findParameter, matchOf, parameterSpan, verbIs } from '../find-acts.ts';

export const callsOtherTools = defineRule({
  id: 'calls-other-tools',
  asks: 'Does a call pass on to other tools that this definition does not show?',
  implies: { effects: ['create', 'update', 'delete', 'execute'], exposure: [] },
  circumstance: 'router',
  why: 'What a call does is decided by a name in its arguments, so nothing in this definition bounds it.',
  rationale: 'Passes the call on to whichever tool or action the caller names',
  references: [],
  examples: {
    flags: [
      {
        tool: {
          name: 'execute_tool',
          inputSchema: { type: 'object', properties: { tool_name: { type: 'string' }, arguments: { type: 'object' } } },
        },
      },
      { tool: { name: 'call_tool', description: 'Call a tool of another server.' } },
    ],
    ignores: [
      {
        tool: {
          name: 'search_tools',
          description: 'Search tools.',
          inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter(
      (act) =>
        (does(act, 'run') || verbIs(act, 'call use')) &&
        act.heads.some((word) => word === 'tool' || word === 'tools' || word === 'action' || word === 'actions') &&
        !act.heads.includes('search'),
    );
    const parameter = findParameter(
      tool,
      (each) =>
        (each.topLevel || tool.acts.some((act) => act.object.some((word) => /^(?:steps?|tools?|batch)$/.test(word)))) &&
        each.freeText &&
        ['tool_name', 'toolname', 'tool', 'tool_slug', 'action_name', 'actionname'].includes(each.name.toLowerCase()),
    );
    const runs = tool.acts.some((act) => does(act, 'run') || verbIs(act, 'call use'));
    if (acts.length > 0) return matchOf(acts, parameter ? [parameterSpan(parameter)] : []);
    return parameter && runs ? { evidence: [parameterSpan(parameter)] } : undefined;
  },
});
