import { Option } from '@commander-js/extra-typings';
import type { Panel } from '../classifier/adjudicator/panel.ts';
import { openDatabase } from '../db/open-database.ts';
import { UsageError } from '../domain/errors.ts';
import { createCommand, parseCommand, wholeNumber } from './lib/command.ts';
import { databaseOptions } from './lib/database-options.ts';
import { judgeCatalogue, saveCatalogue } from './lib/judge-catalogue.ts';
import { judgeFile } from './lib/judge-file.ts';
import { createLiveList } from './lib/live-list.ts';
import { openModel, tellUnanswered } from './lib/open-model.ts';
import { runMain } from './lib/run-main.ts';
import { readSettings } from './lib/settings.ts';

const command = createCommand('classify', 'Judges the stored catalogue again, or definitions from a file.')
  .option('--input <file>', 'a file instead of the catalogue; one JSON object a line: id, server, name, …')
  .option('--output <file>', 'with --input: one judgement a line; standard output when absent')
  .addOption(new Option('--dry-run', 'say what would change and save nothing').conflicts('input'))
  .addOption(new Option('--model-all', 'ask the model about every tool').conflicts('input'))
  .addOption(
    new Option('--max-requests <n>', 'the most requests to the model, retries included')
      .argParser(wholeNumber('--max-requests', 0))
      .conflicts('input'),
  )
  .addOption(new Option('--wait', 'wait while another process holds the embedded database').conflicts('input'));

type Options = ReturnType<typeof command.opts>;

await runMain(async (signal) => {
  const options = parseCommand(command).opts();
  if (options.input) await judgeFile(options.input, options.output, signal);
  else if (options.output) throw new UsageError('Expected --input <file> with --output; got --output alone.');
  else await rejudge(options, signal);
  return 0;
});

/** Says what changes before it saves, so that Ctrl-C can still prevent it. */
async function rejudge({ dryRun, modelAll, maxRequests, wait }: Options, signal: AbortSignal): Promise<void> {
  const settings = readSettings();
  if ((modelAll || maxRequests !== undefined) && !settings.model) {
    throw new UsageError(
      'Expected a model to ask: set ASSAY_MODEL and OPENAI_API_KEY, or OPENAI_BASE_URL of an endpoint that wants no key.',
    );
  }
  const panel = openModel(settings, { signal, all: modelAll ?? false, maxRequests });
  const database = await openDatabase(settings.databaseUrl, databaseOptions(wait, signal));
  try {
    const { servers, tools, changed, changes } = await showJudging(panel, (onProgress) =>
      judgeCatalogue({ database, panel, signal, onProgress }),
    );
    tellUnanswered(panel);
    const all = `${tools} tools of ${servers} servers`;
    if (changed.length === 0) {
      console.log(`Nothing changes: ${all} are judged as stored.`);
      return;
    }
    console.log(changes.format() || 'No class, risk or basis changes.');
    console.log(`${changes.judgements()} of ${all} have a new judgement.`);
    if (dryRun) {
      console.log('Nothing was saved.');
      return;
    }
    const saved = await saveCatalogue({ database, panel, signal }, changed);
    console.log(`Saved ${saved} of ${changed.length} servers.`);
  } finally {
    await database.close();
  }
}

/** A line that counts on a terminal; elsewhere nothing, but where a model is asked that can take a while. */
async function showJudging<Result>(
  panel: Panel | null,
  judge: (onProgress: (done: number, servers: number) => void) => Promise<Result>,
): Promise<Result> {
  const title = 'Judging';
  const list = process.stderr.isTTY ? createLiveList([title]) : null;
  try {
    const result = await judge((done, servers) => {
      const asked = panel ? `, ${panel.report().asked} questions to the model` : '';
      if (list) list.row(title)?.show(`${done} of ${servers} servers${asked}`);
      else if (panel) console.error(`[${done}/${servers}] servers judged${asked}`);
    });
    list?.row(title)?.end('Judged', true);
    return result;
  } finally {
    await list?.close('not finished');
  }
}
