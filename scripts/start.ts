import { once } from 'node:events';
import { defaultServers } from '../crawler/default-servers.ts';
import { openDatabase } from '../db/open-database.ts';
import { isListed } from '../domain/crawl-outcome.ts';
import { serveSite } from '../site/build/serve-site.ts';
import { createCommand, parseCommand, wholeNumber } from './lib/command.ts';
import { type CrawlSummary, crawlAndSave } from './lib/crawl-and-save.ts';
import { databaseOptions } from './lib/database-options.ts';
import { publishSite, siteFolder, takeSnapshot } from './lib/publish-site.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings, type Settings } from './lib/settings.ts';

const command = createCommand(
  'start',
  'Crawls a default set of servers, judges their tools, builds the site and serves it.',
)
  .option('--port <n>', 'port of the site; the next free one when it is taken', wholeNumber('--port', 1))
  .option('--wait', 'wait while another process holds the embedded database')
  .option('--include-private', 'also show private and supplied lists; do not publish such a site')
  .option('--unsafe-no-sandbox', 'where no sandbox works, run servers with all your rights');

await runMain(async (signal) => {
  const options = parseCommand(command).opts();
  const settings = readSettings();
  await crawlDefaultSet(settings, options, signal);
  signal.throwIfAborted();
  await publishSite(settings, signal);

  const site = await serveSite({ folder: siteFolder(settings), ...(options.port && { port: options.port }) });
  console.log(`\nThe catalogue is at ${site.url}  (Ctrl-C ends it)`);
  await once(signal, 'abort');
  await site.close();
  return 0;
});

/** Crawls what has a new version, and leaves a snapshot of everything stored. The database is free again afterwards. */
async function crawlDefaultSet(
  settings: Settings,
  options: { wait?: true | undefined; unsafeNoSandbox?: true | undefined; includePrivate?: true | undefined },
  signal: AbortSignal,
): Promise<void> {
  const database = await openDatabase(settings.databaseUrl, databaseOptions(options.wait, signal));
  const references = defaultServers.map(({ reference }) => reference);
  const summaries: CrawlSummary[] = [];
  try {
    for await (const summary of crawlAndSave({
      references,
      database,
      settings,
      signal,
      reuse: true,
      allowLocal: false,
      allowNoSandbox: options.unsafeNoSandbox ?? false,
    })) {
      summaries.push(summary);
    }
    const listed = summaries.filter(({ outcome }) => isListed(outcome)).length;
    console.error(`${listed} of ${references.length} servers listed.`);
    const { servers, tools } = await takeSnapshot(database, settings, options.includePrivate);
    console.error(`The catalogue holds ${servers} servers and ${tools} tools.`);
  } finally {
    await database.close();
  }
}
