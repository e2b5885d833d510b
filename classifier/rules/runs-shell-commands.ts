import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, findParameter, matchOf, parameterSpan, verbIs } from '../find-acts.ts';

export const runsShellCommands = defineRule({
  id: 'runs-shell-commands',
  asks: 'Can the caller run any command of an operating system?',
  implies: { effects: ['execute'], exposure: ['private', 'unbounded'] },
  why: 'A shell can do everything that its user can: read keys, delete files, reach the network.',
  rationale: 'Runs any command that the caller writes',
  references: ['https://cwe.mitre.org/data/definitions/78.html', 'https://attack.mitre.org/techniques/T1059/'],
  examples: {
    flags: [
      { tool: { name: 'run_command', inputSchema: { type: 'object', properties: { command: { type: 'string' } } } } },
      { tool: { name: 'exec_shell', description: 'Executes a shell command.' } },
      { tool: { name: 'ssh', description: 'Connect to a host via SSH.' } },
    ],
    ignores: [
      { tool: { name: 'list_commands', description: 'Lists the known commands.' } },
      {
        tool: {
          name: 'run_query',
          description: 'Runs a query.',
          inputSchema: { type: 'object', properties: { q: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter(
      (act) =>
        (does(act, 'run') || verbIs(act, 'send write type start')) &&
        concerns(act, 'shell') &&
        !act.object.includes('tool') &&
        !act.object.includes('slash'),
    );
    const parameter = findParameter(
      tool,
      (each) =>
        each.topLevel &&
        each.freeText &&
        ['command', 'cmd', 'commands', 'commandline', 'shell_command'].includes(each.name.toLowerCase()),
    );
    if (parameter && isShellLike(parameter.description, tool.topicWords))
      return matchOf(acts, [parameterSpan(parameter)]) ?? { evidence: [parameterSpan(parameter)] };
    const running = acts.filter((act) => does(act, 'run') && act.source !== 'aside');
    if (running.length > 0) return matchOf(running, parameter ? [parameterSpan(parameter)] : []);
    return findActs(tool, (act) => verbIs(act, 'connect') && act.complements.via?.includes('ssh') === true);
  },
});

const shellWords = [
  'pod',
  'container',
  'session',
  'shell',
  'bash',
  'terminal',
  'powershell',
  'cli',
  'ssh',
  'console',
  'execute',
  'run',
  'runs',
  'executes',
  'exec',
];

/** A parameter `command` is a shell's where the tool runs something or speaks of a shell. */
function isShellLike(description: string, topic: ReadonlySet<string>): boolean {
  const lower = description.slice(0, 400).toLowerCase();
  return (
    shellWords.some((word) => topic.has(word)) || ['shell', 'bash', 'terminal'].some((word) => lower.includes(word))
  );
}
