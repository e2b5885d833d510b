import { defineRule } from '../define-rule.ts';
import { does, parameterSpan } from '../find-acts.ts';
import { runsShellCommands } from './runs-shell-commands.ts';

export const hidesItsOperations = defineRule({
  id: 'hides-its-operations',
  asks: 'Does a free argument choose a sub-command that the definition does not list?',
  implies: { effects: ['create', 'update', 'delete'], exposure: [] },
  circumstance: 'router',
  why: 'What cannot be seen cannot be bounded: the worst that the topic permits has to be expected.',
  rationale: 'Passes on to a sub-command that the caller names and the definition does not list',
  references: [],
  examples: {
    flags: [
      {
        tool: {
          name: 'storage',
          description: 'Storage commands.',
          inputSchema: { type: 'object', properties: { command: { type: 'string' }, parameters: { type: 'object' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'storage',
          inputSchema: {
            type: 'object',
            properties: { command: { enum: ['list', 'get'] }, parameters: { type: 'object' } },
          },
        },
      },
      {
        tool: {
          name: 'get_storage',
          inputSchema: { type: 'object', properties: { command: { type: 'string' }, parameters: { type: 'object' } } },
        },
      },
    ],
  },
  match: (tool) => {
    if (runsShellCommands.match(tool)) return undefined;
    if (tool.nameActs.some((act) => act.certain && !does(act, 'manage', 'run', 'perform'))) return undefined;
    const command = tool.parameters.find(
      (each) => each.topLevel && each.freeText && each.values.length === 0 && commandName.test(each.name),
    );
    const rest = tool.parameters.find((each) => each.topLevel && restName.test(each.name));
    return command && rest ? { evidence: [parameterSpan(command), parameterSpan(rest)] } : undefined;
  },
});

const commandName = /^(command|action|operation|sub_?command)$/i;
const restName = /^(parameters|params|arguments|args|payload|options)$/i;
