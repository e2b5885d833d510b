import { join } from 'node:path';
import { createOpenAiAdjudicator } from '../../classifier/adjudicator/openai.ts';
import { openPanel, type Panel } from '../../classifier/adjudicator/panel.ts';
import { openVerdictCache } from '../../classifier/adjudicator/verdict-cache.ts';
import type { Settings } from './settings.ts';

export interface ModelOptions {
  signal: AbortSignal;
  /** Ask about every tool. */
  all?: boolean;
  maxRequests?: number | undefined;
}

/** The model that the environment names, with the verdicts that it gave before; null where it names none. */
export function openModel({ model: endpoint, dataDir }: Settings, options: ModelOptions): Panel | null {
  if (!endpoint) return null;
  const { signal, all = false, maxRequests } = options;
  const adjudicator = createOpenAiAdjudicator({ ...endpoint, maxRequests });
  return openPanel({ adjudicator, cache: openVerdictCache(join(dataDir, 'verdicts'), endpoint.model), all, signal });
}

/** Says on standard error, once, where no verdict could be got. */
export function tellUnanswered(panel: Panel | null): void {
  const { unanswered = 0, reason } = panel?.report() ?? {};
  if (unanswered === 0 || !reason) return;
  const tools = unanswered === 1 ? '1 tool keeps' : `${unanswered} tools keep`;
  console.error(`The model gave no verdict: ${tools} what the rules say. First reason: ${reason}`);
}
