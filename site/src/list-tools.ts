import type { CatalogueIndexEntry } from '../../domain/catalogue.ts';
import type { RiskLevel } from '../../domain/classification.ts';
import { isListed } from '../../domain/crawl-outcome.ts';
import { readIndex } from './snapshot.ts';
import { byRisk } from './sort-tools.ts';
import type { AddressedServer } from './urls.ts';

export interface ToolRow {
  server: AddressedServer;
  tool: CatalogueIndexEntry['tools'][number];
}

const byLevel = new Map<RiskLevel, ToolRow[]>();

/** The tools of one risk level, in the order in which they are browsed. */
export function listToolsOfRisk(risk: RiskLevel): ToolRow[] {
  const known = byLevel.get(risk);
  if (known) return known;
  const rows = listAllTools().filter(({ tool }) => tool.risk === risk);
  rows.sort((a, b) => byRisk(a.tool, b.tool));
  byLevel.set(risk, rows);
  return rows;
}

export function listAllTools(): ToolRow[] {
  return readIndex().flatMap((server) => server.tools.map((tool) => ({ server, tool })));
}

/** Servers that have a list, and those that no crawl ever listed. */
export function listServers(): { listed: CatalogueIndexEntry[]; unlisted: CatalogueIndexEntry[] } {
  const groups = Map.groupBy(readIndex(), ({ tools, crawl }) => tools.length > 0 || isListed(crawl.outcome));
  return { listed: groups.get(true) ?? [], unlisted: groups.get(false) ?? [] };
}
