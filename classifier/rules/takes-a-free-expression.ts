import { defineRule } from '../define-rule.ts';
import { does, findActs, parameterSpan, verbIs } from '../find-acts.ts';

export const takesAFreeExpression = defineRule({
  id: 'takes-a-free-expression',
  asks: 'Does a read take a free query in a language that can only read, or a raw request path?',
  implies: { effects: [], exposure: ['unbounded'] },
  circumstance: 'metadata',
  why: 'The caller decides what is read, so nothing in the definition bounds it.',
  rationale: 'Takes a free query or request path',
  references: [],
  examples: {
    flags: [
      {
        tool: {
          name: 'query_metrics',
          description: 'Query metrics with PromQL.',
          inputSchema: { type: 'object', properties: { query: { type: 'string', description: 'PromQL expression' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'search_notes',
          description: 'Search notes.',
          inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    if (!tool.acts.some((act) => does(act, 'read', 'run'))) return undefined;
    const languages = [
      'promql',
      'logql',
      'dax',
      'cql',
      'kql',
      'jql',
      'traceql',
      'metricsql',
      'splunk',
      'spl',
      'graphql',
      'jmespath',
      'xpath',
      'logsql',
      'insights',
    ];
    const inTopic = languages.some((language) => tool.topicWords.has(language));
    const parameter = tool.parameters.find(
      (each) =>
        each.freeText &&
        ((inTopic && /query|filter|expr|expression/i.test(each.name)) ||
          languages.slice(0, 8).some((language) => each.description.slice(0, 300).toLowerCase().includes(language)) ||
          /^(endpoint_path|api_path|request_path)$/i.test(each.name)),
    );
    if (parameter) return { evidence: [parameterSpan(parameter)] };
    return inTopic && tool.parameters.length === 0
      ? findActs(tool, (act) => verbIs(act, 'query execute run') && !verbIs(act, 'validate'))
      : undefined;
  },
});
