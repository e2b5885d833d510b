import { defineRule } from '../define-rule.ts';
import { findModifyingQuery } from '../signs/find-modifying-query.ts';
import { findRestriction } from '../signs/find-restriction.ts';

export const statesARestriction = defineRule({
  id: 'states-a-restriction',
  asks: 'Does the author state how a query is kept from modifying?',
  implies: { effects: ['read'], exposure: ['private', 'unbounded'] },
  circumstance: 'claimed',
  why: 'A stated mechanism is more than the word read-only, but nobody has checked it: the class rests on the claim.',
  rationale: 'Runs queries that the author says cannot modify',
  references: ['https://www.postgresql.org/docs/current/sql-set-transaction.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'query',
          description: 'Runs SQL in a read-only transaction.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'run_sql',
          description: 'Run SQL. Only SELECT statements are accepted.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'query',
          description: 'Runs a read-only SQL query.',
          inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
        },
      },
      { tool: { name: 'list_tables', description: 'Lists tables in a read-only transaction.' } },
    ],
  },
  match: (tool) => {
    const query = findModifyingQuery(tool);
    const restriction = query && findRestriction(tool);
    return restriction && { ...query, evidence: [restriction, ...query.evidence] };
  },
});
