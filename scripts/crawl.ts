import { type Database, openDatabase } from '../db/open-database.ts';
import { readCatalogueServer } from '../db/read-catalogue.ts';
import { readFailedReferences } from '../db/repositories/read-failed-references.ts';
import { isListed } from '../domain/crawl-outcome.ts';
import { showHidden } from '../domain/visible-text.ts';
import { toolUrl } from '../site/src/urls.ts';
import { collect, createCommand, parseCommand, wholeNumber } from './lib/command.ts';
import { type CrawlSummary, crawlAndSave } from './lib/crawl-and-save.ts';
import { databaseOptions } from './lib/database-options.ts';
import { gatherLeads } from './lib/gather-leads.ts';
import { plainTable } from './lib/plain-table.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings } from './lib/settings.ts';

const command = createCommand('crawl', 'Lists the tools of MCP servers, judges them and stores the result.')
  .argument(
    '[reference...]',
    'npm:<name>[@version] or a bare npm name, pypi:<name>[@version], https://host/path, dir:<path>, file:<path>',
  )
  .option('--registry <url>', 'the servers of an MCP registry that changed since it was last read whole')
  .option('--updated-since <date>', 'with --registry: the servers that changed since then, ISO 8601')
  .option('--refresh', 'crawl what is stored already too; with --registry, whenever it changed')
  .option('--only-failed', 'those whose last crawl listed nothing; of all that are stored where none is named')
  .option('--limit <n>', 'at most so many servers', wholeNumber('--limit', 1))
  .option(
    '--config <file>',
    'the servers of a client’s configuration, with placeholders for its values; repeatable',
    collect,
  )
  .option('--discover', 'the same for the configurations that lie in the known places')
  .option('--with-my-environment', 'with --config or --discover: your own values instead; such lists are private')
  .option('--command <line>', 'a server of your own, started in the sandbox; private')
  .option('--tools-list <file>', 'a saved answer to tools/list; marked as supplied')
  .option('--name <name>', 'the name under which the one own server stands')
  .option('--header <name=env:variable>', 'sent to the one remote server, which is private then; repeatable', collect)
  .option('--json', 'one compact JSON line a server on standard output')
  .option('--wait', 'wait while another process holds the embedded database')
  .option('--allow-local', 'also crawl remote servers on this machine')
  .option('--concurrency <n>', 'servers at once; by cores and memory when absent', wholeNumber('--concurrency', 1))
  .option('--disk-budget <GB>', 'for installed packages, 10 when absent', wholeNumber('--disk-budget', 1))
  .option('--unsafe-no-sandbox', 'where no sandbox works, run servers with all your rights');

await runMain(async (signal) => {
  const parsed = parseCommand(command);
  const options = parsed.opts();
  const [references] = parsed.processedArgs;
  const allowLocal = options.allowLocal ?? false;
  const settings = readSettings();
  const gathered = await gatherLeads(references, { ...options, allowLocal }, settings, signal);
  const database = await openDatabase(settings.databaseUrl, databaseOptions(options.wait, signal));
  const summaries: CrawlSummary[] = [];
  try {
    for await (const summary of crawlAndSave({
      references: options.onlyFailed
        ? await pickFailed(database, gathered.references, options.limit)
        : gathered.references,
      leads: gathered.leads,
      database,
      settings,
      signal,
      reuse: !options.refresh && !options.onlyFailed,
      refresh: options.refresh,
      allowLocal,
      allowNoSandbox: options.unsafeNoSandbox ?? false,
      concurrency: options.concurrency,
      diskBudgetBytes: options.diskBudget && options.diskBudget * 1e9,
    })) {
      summaries.push(summary);
      const reference = gathered.typed.get(summary.reference) ?? summary.reference;
      if (options.json) console.log(JSON.stringify({ ...summary, reference }));
    }
    if (!options.json) for (const summary of summaries) console.log(await formatTools(database, summary));
  } finally {
    await database.close();
  }
  signal.throwIfAborted();
  await gathered.remember();
  return summaries.every(({ outcome }) => isListed(outcome)) ? 0 : 1;
});

/** Those of the named, or else of all that anybody can crawl, which listed nothing when they were last crawled. */
async function pickFailed(database: Database, named: readonly string[], limit: number | undefined): Promise<string[]> {
  const failed = new Set(await readFailedReferences(database));
  const chosen = named.length > 0 ? named : [...failed].filter((reference) => !/^(private|supplied):/.test(reference));
  return chosen.filter((reference) => failed.has(reference)).slice(0, limit);
}

/** A server's tools with category, risk and page, or one line that says why there are none. */
async function formatTools(database: Database, summary: CrawlSummary): Promise<string> {
  const title = `\n${summary.server ?? summary.reference} ${summary.version ?? ''}`.trimEnd();
  if (!isListed(summary.outcome) || !summary.server) return `${title}: ${summary.outcome} — ${summary.reason}`;
  const server = await readCatalogueServer(database, summary.server);
  const rows = (server?.tools ?? []).map((tool) => {
    const { category, risk } = tool.classification;
    return [showHidden(tool.name), category, risk, server ? toolUrl(server, tool) : ''];
  });
  return `${title}: ${summary.outcome}\n${plainTable(['tool', 'category', 'risk', 'page'], rows)}`;
}
