import type { ToolDefinition } from '../../domain/tool.ts';
import { fixtureServer } from './fixture-server.ts';
import { fixtureTool, span } from './fixture-tool.ts';

const manageRecords: ToolDefinition = {
  name: 'manage_records',
  title: 'Manage records',
  description: 'Lists, changes or deletes records of a table.\n\nThe `action` decides which.',
  inputSchema: {
    type: 'object',
    properties: {
      action: { type: 'string', enum: ['list', 'update', 'delete', 'purge_all'], description: 'What to do' },
      table: { type: 'string', description: 'The table' },
      filter: { $ref: '#/$defs/Filter' },
      limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
    },
    required: ['action', 'table'],
    $defs: {
      Filter: {
        type: 'object',
        description: 'Which records; filters may hold filters',
        properties: {
          field: { type: 'string' },
          value: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] },
          and: { type: 'array', items: { $ref: '#/$defs/Filter' } },
        },
      },
    },
  },
  annotations: { readOnlyHint: true, title: 'Records' },
};

const runQuery: ToolDefinition = {
  name: 'run_query',
  description: 'Runs any SQL statement against the connected database and returns its rows.',
  inputSchema: {
    type: 'object',
    properties: { sql: { type: 'string', description: 'The statement' } },
    required: ['sql'],
  },
};

const sync: ToolDefinition = { name: 'sync', inputSchema: { type: 'object' } };

/** A scoped package with a consolidated tool that contradicts its hint, one that runs queries and one without a description. */
export const recordsServer = fixtureServer(
  'npm',
  '@harbour/records',
  [
    fixtureTool(manageRecords, {
      category: 'Write',
      risk: 'critical',
      destructive: true,
      effects: ['read', 'update', 'delete'],
      exposure: ['private'],
      rationale: 'Deletes records: `action` allows `delete` and `purge_all`, which empties a whole table.',
      evidence: [span(manageRecords, '/inputSchema/properties/action/enum/3', 'purge_all')],
      findings: [
        {
          rule: 'deletes-data',
          effects: ['delete'],
          exposure: [],
          statement: 'Deletes data: `action` allows `delete`, and the text says `deletes records`.',
          evidence: [
            span(manageRecords, '/inputSchema/properties/action/enum/2', 'delete'),
            span(manageRecords, '/description', 'deletes records'),
            span(manageRecords, '/inputSchema/properties/action', 'action', 'key'),
          ],
        },
      ],
      operations: [
        { parameter: 'action', value: 'list', effects: ['read'], category: 'Read', risk: 'medium' },
        { parameter: 'action', value: 'update', effects: ['update'], category: 'Write', risk: 'medium' },
        { parameter: 'action', value: 'delete', effects: ['delete'], category: 'Write', risk: 'high' },
        { parameter: 'action', value: 'purge_all', effects: ['delete'], category: 'Write', risk: 'critical' },
      ],
      parameters: [{ pointer: '/inputSchema/properties/limit', role: 'batch-size' }],
      contradictions: [
        {
          hint: 'readOnlyHint',
          declared: true,
          severity: 'dangerous',
          statement: 'The author declares `readOnlyHint: true`, but the tool deletes records.',
          evidence: [
            span(manageRecords, '/annotations/readOnlyHint', 'true'),
            span(manageRecords, '/description', 'deletes records'),
          ],
        },
      ],
    }),
    fixtureTool(runQuery, {
      category: 'Execute',
      risk: 'critical',
      destructive: true,
      effects: ['read', 'execute'],
      exposure: ['private', 'unbounded'],
      rationale: 'Runs any SQL: the text says `any SQL statement` and takes it in `sql`.',
      evidence: [span(runQuery, '/description', 'any SQL statement')],
      findings: [
        {
          rule: 'runs-queries',
          effects: ['execute'],
          exposure: ['unbounded'],
          statement: 'Runs any SQL: the text says `any SQL statement`.',
          evidence: [
            span(runQuery, '/description', 'any SQL statement'),
            span(runQuery, '/inputSchema/properties/sql', 'sql', 'key'),
          ],
        },
      ],
      parameters: [{ pointer: '/inputSchema/properties/sql', role: 'sql' }],
    }),
    fixtureTool(sync, {
      category: 'Write',
      risk: 'high',
      effects: ['update'],
      basis: 'assumed',
      confidence: 'low',
      rationale: 'Nothing in the definition says what `sync` does, so it is taken for a write.',
      evidence: [span(sync, '/name', 'sync')],
    }),
  ],
  { listing: { instructions: 'Call `manage_records` with `list` first.' } },
);
