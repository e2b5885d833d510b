import { defineRule } from '../define-rule.ts';
import { concerns, does, findParameter, matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import type { ToolReading } from '../reading/read-tool.ts';

export const runsCode = defineRule({
  id: 'runs-code',
  asks: 'Can the caller run code that the call brings along?',
  implies: { effects: ['execute'], exposure: ['unbounded'] },
  why: 'Code that the caller writes can do whatever the place that it runs in permits.',
  rationale: 'Runs code that the caller writes',
  references: ['https://cwe.mitre.org/data/definitions/94.html', 'https://attack.mitre.org/techniques/T1059/'],
  examples: {
    flags: [
      {
        tool: {
          name: 'evaluate_script',
          description: 'Evaluates JavaScript in the page.',
          inputSchema: { type: 'object', properties: { function: { type: 'string' } } },
        },
      },
      { tool: { name: 'run_python', inputSchema: { type: 'object', properties: { code: { type: 'string' } } } } },
      {
        tool: {
          name: 'deploy_function',
          description: 'Deploys a function.',
          inputSchema: {
            type: 'object',
            properties: {
              files: { type: 'array', items: { type: 'object', properties: { content: { type: 'string' } } } },
            },
          },
        },
      },
    ],
    ignores: [
      { tool: { name: 'get_country', inputSchema: { type: 'object', properties: { code: { type: 'string' } } } } },
      {
        tool: {
          name: 'analyze_code',
          description: 'Analyzes code.',
          inputSchema: { type: 'object', properties: { code: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'run_cell',
          description: 'Run a cell by its index.',
          inputSchema: { type: 'object', properties: { index: { type: 'integer' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter(
      (act) =>
        does(act, 'run') || verbIs(act, 'evaluate inject simulate') || (does(act, 'deploy') && concerns(act, 'work')),
    );
    if (acts.length === 0) return undefined;
    const parameter = findParameter(tool, (each) => each.freeText && isCode(each.words.map((word) => word.word)));
    if (parameter) return matchOf(acts, [parameterSpan(parameter)]);
    if (acts.some((act) => does(act, 'deploy')) && hasFiles(tool)) return matchOf(acts);
    const outright = acts.filter(
      (act) => verbIs(act, 'execute run eval evaluate exec') && concerns(act, 'code') && !isStored(act.object),
    );
    return outright.some((act) =>
      act.object.some((word) => /^(code|javascript|js|python|typescript|lua|apex)$/.test(word)),
    )
      ? matchOf(outright)
      : undefined;
  },
});

function isCode(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return (
    [
      'code',
      'script',
      'javascript',
      'js',
      'python',
      'function',
      'expression',
      'snippet',
      'eval',
      'apex',
      'lua',
    ].includes(last) &&
    !['country', 'language', 'project', 'status', 'zip', 'postal', 'currency', 'stock', 'error', 'airport'].includes(
      words[0] ?? '',
    )
  );
}

function isStored(words: readonly string[]): boolean {
  return ['saved', 'stored', 'cell', 'existing', 'npm', 'package', 'review', 'analysis', 'execution', 'quality'].some(
    (word) => words.includes(word),
  );
}

function hasFiles(tool: ToolReading): boolean {
  return tool.parameters.some(
    (parameter) => parameter.name === 'files' || parameter.name === 'code' || parameter.name === 'source',
  );
}
