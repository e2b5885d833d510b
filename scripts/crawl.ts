import { parseReference } from '../crawler/sources/parse-reference.ts';
import { type Database, openDatabase } from '../db/open-database.ts';
import { readCatalogueServer } from '../db/read-catalogue.ts';
import { isListed } from '../domain/crawl-outcome.ts';
import { showHidden } from '../domain/visible-text.ts';
import { toolUrl } from '../site/src/urls.ts';
import { createCommand, parseCommand, wholeNumber } from './lib/command.ts';
import { type CrawlSummary, crawlAndSave } from './lib/crawl-and-save.ts';
import { databaseOptions } from './lib/database-options.ts';
import { plainTable } from './lib/plain-table.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings } from './lib/settings.ts';

const command = createCommand('crawl', 'Lists the tools of MCP servers, judges them and stores the result.')
  .argument('<reference...>', 'npm:<name>[@version] or a bare npm name, pypi:<name>[@version], https://host/path')
  .option('--json', 'one compact JSON line a server on standard output')
  .option('--wait', 'wait while another process holds the embedded database')
  .option('--allow-local', 'also crawl remote servers on this machine')
  .option('--concurrency <n>', 'servers at once', wholeNumber('--concurrency', 1))
  .option('--unsafe-no-sandbox', 'where no sandbox works, run servers with all your rights');

await runMain(async (signal) => {
  const parsed = parseCommand(command);
  const options = parsed.opts();
  const [references] = parsed.processedArgs;
  const allowLocal = options.allowLocal ?? false;
  for (const reference of references) parseReference(reference, { allowLocal });

  const settings = readSettings();
  const database = await openDatabase(settings.databaseUrl, databaseOptions(options.wait, signal));
  const summaries: CrawlSummary[] = [];
  try {
    for await (const summary of crawlAndSave({
      references,
      database,
      settings,
      signal,
      reuse: false,
      allowLocal,
      allowNoSandbox: options.unsafeNoSandbox ?? false,
      concurrency: options.concurrency,
    })) {
      summaries.push(summary);
      if (options.json) console.log(JSON.stringify(summary));
    }
    if (!options.json) for (const summary of summaries) console.log(await formatTools(database, summary));
  } finally {
    await database.close();
  }
  signal.throwIfAborted();
  return summaries.every(({ outcome }) => isListed(outcome)) ? 0 : 1;
});

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
