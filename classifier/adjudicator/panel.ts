import PQueue from 'p-queue';
import type { Classification } from '../../domain/classification.ts';
import { AdjudicationError, type Adjudicator, type OpenTool } from './adjudicator.ts';
import { applyVerdict, isOpen } from './apply-verdict.ts';
import type { Verdict } from './verdict.ts';
import type { VerdictCache } from './verdict-cache.ts';

/** An endpoint that fails this often in a row is left alone: each failure has been retried already. */
const maxFailuresInARow = 3;
const defaultConcurrency = 4;

export interface PanelOptions {
  adjudicator: Adjudicator;
  cache: VerdictCache;
  /** Ask about every tool, not only about those that the rules leave open. A verdict that is kept is always heard. */
  all?: boolean;
  concurrency?: number;
  signal: AbortSignal;
}

/** What came of the questions so far. */
export interface PanelReport {
  asked: number;
  /** Tools that no verdict could be got for, and the first reason. */
  unanswered: number;
  reason: string | null;
}

export interface Panel {
  /** The judgement after the model was heard; the very same one where it was not, had nothing to add or did not answer. */
  settle(tool: OpenTool, judged: Classification): Promise<Classification>;
  report(): PanelReport;
  /** From now on only verdicts that are kept already are used. */
  close(): void;
}

/** Hears a model on the tools that the rules leave open, a few at a time, each verdict asked for once and then kept. */
export function openPanel({ adjudicator, cache, all = false, concurrency, signal }: PanelOptions): Panel {
  const queue = new PQueue({ concurrency: concurrency ?? defaultConcurrency });
  const report: PanelReport = { asked: 0, unanswered: 0, reason: null };
  let failuresInARow = 0;
  let isClosed = false;

  const ask = async (tool: OpenTool): Promise<Verdict | null> => {
    if (isClosed || signal.aborted || failuresInARow >= maxFailuresInARow) return null;
    report.asked += 1;
    try {
      const verdict = await adjudicator.ask(tool, signal);
      failuresInARow = 0;
      await cache.save(tool.key, verdict);
      return verdict;
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof AdjudicationError)) {
        isClosed = true;
        throw error;
      }
      if (error.blame === 'endpoint') failuresInARow += 1;
      report.reason ??= error.message;
      return null;
    }
  };

  return {
    settle: async (tool, judged) => {
      const kept = await cache.read(tool.key);
      if (!kept && !all && !isOpen(judged)) return judged;
      const verdict = kept ?? (await queue.add(() => ask(tool)));
      if (verdict) return applyVerdict(tool.definition, judged, verdict, adjudicator.model);
      report.unanswered += 1;
      return judged;
    },
    report: () => ({ ...report }),
    close: () => {
      isClosed = true;
    },
  };
}
