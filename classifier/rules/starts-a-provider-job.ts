import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';

export const startsAProviderJob = defineRule({
  id: 'starts-a-provider-job',
  asks: 'Does a call start a job that goes on after the call: a generation, training, build, export, scan or crawl?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'The job spends the account’s resources and acts outside of what the agent sees.',
  rationale: 'Starts {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'report_generation_start', description: 'Start a report generation.' } },
      { tool: { name: 'start_crawl', description: 'Starts a crawl of a website.' } },
    ],
    ignores: [
      { tool: { name: 'get_crawl_status', description: 'Gets the status of a crawl.' } },
      { tool: { name: 'start_analysis', description: 'Start an analysis of one device.' } },
    ],
  },
  match: (tool) => findActs(tool, isJobStart),
});

export function isJobStart(act: Act): boolean {
  const begins =
    verbIs(act, 'start begin initiate launch kickoff enqueue submit trigger schedule dispatch') ||
    verbIs(act, 'create');
  if (verbIs(act, 'crawl train')) return act.source !== 'aside';
  if (verbIs(act, 'create')) return isJob(act.heads) && act.object.length > 1;
  return begins && (isJob(act.object) || concerns(act, 'work')) && !isLook(act) && does(act, 'start', 'run', 'create');
}

function isJob(words: readonly string[]): boolean {
  const jobs = [
    'generation',
    'training',
    'build',
    'export',
    'crawl',
    'scan',
    'job',
    'batch',
    'finetune',
    'tuning',
    'import',
    'migration',
    'ingestion',
    'evaluation',
    'pipeline',
    'render',
    'transcription',
    'simulation',
    'backup',
    'sync',
  ];
  return words.some((word) => jobs.includes(word));
}

/** An analysis or a trace is looked at, not acted on. */
export function isLook(act: Act): boolean {
  return ['analysis', 'trace', 'tracing', 'profiling', 'recording', 'diagnostics'].some((word) =>
    act.object.includes(word),
  );
}
