import type { Classification, Contradiction } from './classification.ts';
import type { CrawlOutcome, LaunchRecipe, ListingObservations, RejectedTool, SandboxName } from './crawl-outcome.ts';
import type { PackageFacts, ServerIdentity } from './server.ts';
import type { ToolDefinition } from './tool.ts';

/** A tool of a server's newest complete list, as the site shows it. */
export interface CatalogueTool {
  name: string;
  /** Last segment of its address; see `slug`. Never reassigned. */
  slug: string;
  definition: ToolDefinition;
  definitionHash: string;
  /** When this server first and last listed this tool under this name. ISO 8601, UTC. */
  firstSeen: string;
  lastSeen: string;
  classification: Classification;
}

/** The newest crawl of a server, whatever came of it. */
export interface CatalogueCrawl {
  reference: string;
  version: string | null;
  outcome: CrawlOutcome;
  reason: string;
  startedAt: string;
  seconds: number;
}

/** The newest complete list of a server and how it was got. */
export interface CatalogueListing {
  version: string | null;
  transport: string;
  protocolVersion: string;
  serverInfo: { name: string; version: string; title: string | null };
  instructions: string | null;
  recipe: LaunchRecipe | null;
  sandbox: SandboxName | null;
  runtime: string | null;
  outcome: CrawlOutcome;
  reason: string;
  rejected: RejectedTool[];
  /** Null where nobody observed it. */
  observed: ListingObservations | null;
  startedAt: string;
}

/** One server with everything that its pages need. */
export interface CatalogueServer {
  identity: ServerIdentity;
  /** Path under `<source>/`, for example `@playwright/mcp`. */
  slug: string;
  facts: PackageFacts;
  crawl: CatalogueCrawl;
  /** Null where no crawl ever listed it. */
  listing: CatalogueListing | null;
  /** In list order; empty without a listing. */
  tools: CatalogueTool[];
}

/** A crawl of a reference that never resolved to a server. */
export interface UnresolvedReference {
  reference: string;
  crawl: CatalogueCrawl;
}

/** One line of the catalogue's index: enough to list and to search, small enough to hold all of. */
export interface CatalogueIndexEntry {
  identity: ServerIdentity;
  slug: string;
  crawl: CatalogueCrawl;
  tools: Array<
    {
      name: string;
      slug: string;
      /** Whether its author declares any hint. */
      declaresHints: boolean;
      /** The gravest of the declared hints that the findings do not bear out. */
      contradiction: Contradiction['severity'] | null;
    } & Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial'>
  >;
}
