import { openDatabase } from '../db/open-database.ts';
import { createCommand, parseCommand } from './lib/command.ts';
import { databaseOptions } from './lib/database-options.ts';
import { publishSite, siteFolder, takeSnapshot } from './lib/publish-site.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings } from './lib/settings.ts';

const command = createCommand('site', 'Builds the static site from the database into dist/.')
  .option('--wait', 'wait while another process holds the embedded database')
  .option('--include-private', 'also show private and supplied lists; do not publish such a site')
  .option('--force', 'build even where nothing has changed');

await runMain(async (signal) => {
  const { wait, force, includePrivate } = parseCommand(command).opts();
  const settings = readSettings();
  const database = await openDatabase(settings.databaseUrl, databaseOptions(wait, signal));
  try {
    const { servers, tools } = await takeSnapshot(database, settings, includePrivate);
    console.error(`${database.description}: ${servers} servers, ${tools} tools.`);
  } finally {
    await database.close();
  }
  await publishSite(settings, signal, force);
  console.log(siteFolder(settings));
  return 0;
});
