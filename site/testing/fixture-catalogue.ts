import type { CatalogueServer, UnresolvedReference } from '../../domain/catalogue.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import { hostileServer } from './fixture-hostile.ts';
import { recordsServer } from './fixture-records.ts';
import { fixtureCrawl, fixtureServer, unlistedServer } from './fixture-server.ts';
import { fixtureTool, span } from './fixture-tool.ts';

const generatePolicy: ToolDefinition = {
  name: 'policy_generation_start',
  description: 'Starts an asynchronous job that writes Cedar policies from a description in plain words.',
  inputSchema: {
    type: 'object',
    properties: {
      policyEngineId: { type: 'string', description: 'The engine to write for' },
      content: { type: 'string', description: 'What the policy should permit, in plain words', maxLength: 4000 },
    },
    required: ['policyEngineId', 'content'],
  },
};

/** Names that a web server or a site builder might take for something else. */
const awkwardNames = ['index', '404', 'v1.2', 'policy.json', 'with space/and slash', 'Index.html', '...'];

/** More tools of one risk than a page of a list holds. */
const longList = Array.from({ length: 201 }, (_, index) =>
  fixtureTool({ name: `get_item_${index}`, description: 'Returns an item.' }),
);

export const fixtureServers: readonly CatalogueServer[] = [
  fixtureServer('pypi', 'awslabs.amazon-bedrock-agentcore-mcp-server', [
    fixtureTool(generatePolicy, {
      category: 'Execute',
      risk: 'high',
      effects: ['execute'],
      rationale: 'Starts a job: the name ends in `start` and the text says `Starts an asynchronous job`.',
      evidence: [
        span(generatePolicy, '/description', 'Starts an asynchronous job'),
        span(generatePolicy, '/name', 'start'),
      ],
      findings: [
        {
          rule: 'starts-jobs',
          effects: ['execute'],
          exposure: [],
          statement: 'Starts a job: the text says `Starts an asynchronous job`.',
          evidence: [span(generatePolicy, '/description', 'Starts an asynchronous job')],
        },
      ],
    }),
  ]),
  recordsServer,
  fixtureServer(
    'npm',
    'awkward-names',
    awkwardNames.map((name) => fixtureTool({ name, description: 'Returns a number.' })),
  ),
  fixtureServer('npm', 'long-list', longList),
  fixtureServer('remote', 'https://mcp.example.com/mcp', [
    fixtureTool({ name: 'now', description: 'Returns the time.' }),
  ]),
  hostileServer,
  unlistedServer('npm', 'needs-a-key', 'needs-environment', 'It ended with: LIGHTHOUSE_TOKEN is required.'),
];

export const fixtureUnresolved: readonly UnresolvedReference[] = [
  {
    reference: 'npm:no-such-package',
    crawl: fixtureCrawl('npm:no-such-package', 'not-found', 'No package has this name.'),
  },
];
