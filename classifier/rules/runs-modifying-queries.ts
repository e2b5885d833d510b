import { defineRule } from '../define-rule.ts';
import { findModifyingQuery } from '../signs/find-modifying-query.ts';
import { findRestriction } from '../signs/find-restriction.ts';

export const runsModifyingQueries = defineRule({
  id: 'runs-modifying-queries',
  asks: 'Can the caller write a query in a language that can modify data?',
  implies: { effects: ['read', 'execute'], exposure: ['private', 'unbounded'] },
  why: 'SQL, Cypher and AQL can drop a table as easily as they read one, unless something outside the query prevents it.',
  rationale: 'Runs a query that the caller writes, in a language that can modify',
  references: ['https://cwe.mitre.org/data/definitions/89.html'],
  examples: {
    flags: [
      { tool: { name: 'execute_sql', inputSchema: { type: 'object', properties: { query: { type: 'string' } } } } },
      {
        tool: {
          name: 'query',
          description: 'Run a read-only SQL query.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'explain_query',
          description: 'Explains a SQL query.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' }, analyze: { type: 'boolean' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'format_sql',
          description: 'Formats SQL.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'query_prometheus',
          description: 'Run a PromQL query.',
          inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'run_select',
          description: 'Run SQL. Only SELECT is accepted.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const query = findModifyingQuery(tool);
    return query && !findRestriction(tool) ? query : undefined;
  },
});
