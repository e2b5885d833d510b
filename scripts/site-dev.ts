import { openDatabase } from '../db/open-database.ts';
import { devSite } from '../site/build/dev-site.ts';
import { createCommand, parseCommand, wholeNumber } from './lib/command.ts';
import { databaseOptions } from './lib/database-options.ts';
import { snapshotFolder, takeSnapshot } from './lib/publish-site.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings } from './lib/settings.ts';

const command = createCommand('site:dev', 'Serves the pages with live reload, from a snapshot of the database.')
  .option('--wait', 'wait while another process holds the embedded database')
  .option('--include-private', 'also show private and supplied lists; do not publish such a site')
  .option('--port <n>', 'port of the server', wholeNumber('--port', 1));

await runMain(async (signal) => {
  const { wait, port, includePrivate } = parseCommand(command).opts();
  const settings = readSettings();
  const database = await openDatabase(settings.databaseUrl, databaseOptions(wait, signal));
  try {
    await takeSnapshot(database, settings, includePrivate);
  } finally {
    await database.close();
  }
  await devSite({
    snapshotDir: snapshotFolder(settings),
    ...(port && { port }),
    signal,
    onLine: (line) => console.log(line),
  });
  return 0;
});
