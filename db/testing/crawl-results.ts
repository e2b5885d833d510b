import type { Classification } from '../../domain/classification.ts';
import type { CrawlResult, Listing } from '../../domain/crawl-outcome.ts';
import { hashDefinition } from '../../domain/definition-hash.ts';
import { serverIdentity } from '../../domain/server.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import type { Judgement } from '../judgement.ts';

export const noFacts = { title: null, description: null, license: null, repository: null, homepage: null };

/** A crawl of `npm:<name>` that listed these tools. */
export function listedCrawl(name: string, tools: ToolDefinition[], changes: Partial<CrawlResult> = {}): CrawlResult {
  return { ...failedCrawl(name, { outcome: 'listed', reason: 'Listed.', listing: listing(tools) }), ...changes };
}

/** A crawl of `npm:<name>` that got no list. */
export function failedCrawl(name: string, changes: Partial<CrawlResult> = {}): CrawlResult {
  return {
    reference: `npm:${name}`,
    server: serverIdentity('npm', name),
    version: '1.0.0',
    outcome: 'broken',
    reason: 'It ended at once.',
    stderrTail: '',
    attempts: [{ rung: 'nothing', outcome: 'broken', reason: 'It ended at once.' }],
    recipe: { rung: 'nothing', arguments: [], environmentNames: [] },
    sandbox: 'bubblewrap',
    runtime: 'Node 24.0.0',
    listing: null,
    facts: noFacts,
    startedAt: '2026-01-01T00:00:00.000Z',
    seconds: 1.5,
    ...changes,
  };
}

export function listing(tools: ToolDefinition[], changes: Partial<Listing> = {}): Listing {
  return {
    transport: 'stdio',
    protocolVersion: '2025-11-25',
    serverInfo: { name: 'example', version: '0.0.1', title: null },
    instructions: null,
    tools,
    rejected: [],
    observed: {
      variations: [{ name: 'now', maskedHash: null }],
      resources: 0,
      prompts: 3,
      ttlMs: null,
      cacheScope: null,
      protocolVersions: ['2025-11-25'],
      triedHosts: null,
    },
    ...changes,
  };
}

export function tool(name: string, description = `Does ${name}.`): ToolDefinition {
  return { name, description, inputSchema: { type: 'object' } };
}

/** A judgement for each tool of the crawl, under a key of server, definition and ruleset. */
export function judgements(crawl: CrawlResult, ruleset = '1'): Judgement[] {
  return (crawl.listing?.tools ?? []).map((definition) => ({
    key: `${ruleset}:${crawl.server?.id}:${hashDefinition(definition)}`,
    classification: classification(definition, ruleset),
  }));
}

function classification(definition: ToolDefinition, ruleset: string): Classification {
  const evidence = [{ pointer: '/name', part: 'value' as const, start: 0, end: 1, quote: definition.name.slice(0, 1) }];
  return {
    category: 'Write',
    risk: 'medium',
    destructive: false,
    financial: false,
    effects: ['update'],
    exposure: [],
    basis: 'rules',
    confidence: 'high',
    restsOnClaim: false,
    rationale: `It changes something: ${definition.name}`,
    evidence,
    findings: [{ rule: 'changes-data', effects: ['update'], exposure: [], statement: definition.name, evidence }],
    operations: [],
    parameters: [],
    contradictions: [],
    suspicions: [],
    ruleset,
  };
}
