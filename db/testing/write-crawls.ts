import { openDatabase } from '../open-database.ts';
import { recordCrawl } from '../repositories/record-crawl.ts';
import { judgements, listedCrawl, tool } from './crawl-results.ts';

/** Records crawl after crawl of 20 tools into the database in argv, and prints each server's name once it is stored. */
const [url = '', prefix = ''] = process.argv.slice(2);
const database = await openDatabase(url);
for (let at = 0; ; at++) {
  const name = `${prefix}-${at}`;
  const crawl = listedCrawl(
    name,
    Array.from({ length: 20 }, (_, index) => tool(`tool_${index}`, 'x'.repeat(2_000))),
  );
  await recordCrawl(database, crawl, judgements(crawl));
  process.stdout.write(`${name}\n`);
}
