import type { Panel } from '../../classifier/adjudicator/panel.ts';
import type { Database } from '../../db/open-database.ts';
import { listServerIds } from '../../db/repositories/read-stored-listing.ts';
import { saveJudgements } from '../../db/repositories/save-judgements.ts';
import { type ClassChanges, countClassChanges } from './class-changes.ts';
import { judgeAnew } from './judge-anew.ts';

/** Servers judged at once: each waits for the model on its own. */
const serversAtOnce = 8;

export interface CatalogueRequest {
  database: Database;
  panel: Panel | null;
  signal: AbortSignal;
  /** Told after each few servers. */
  onProgress?: (done: number, servers: number) => void;
}

export interface CatalogueChanges {
  servers: number;
  tools: number;
  /** Ids of the servers that have a judgement to be saved. */
  changed: string[];
  changes: ClassChanges;
}

/** Judges the newest list of every server again and counts what that would change. Saves nothing. */
export async function judgeCatalogue(request: CatalogueRequest): Promise<CatalogueChanges> {
  const { database, panel, signal, onProgress } = request;
  const ids = await listServerIds(database);
  const seen: CatalogueChanges = { servers: 0, tools: 0, changed: [], changes: countClassChanges() };
  for (let from = 0; from < ids.length; from += serversAtOnce) {
    const some = ids.slice(from, from + serversAtOnce);
    const judged = await Promise.all(some.map((id) => judgeAnew(database, id, panel)));
    signal.throwIfAborted();
    for (const anew of judged) {
      if (!anew) continue;
      seen.servers += 1;
      seen.tools += anew.judgements.length;
      if (anew.isChanged) seen.changed.push(anew.stored.identity.id);
      seen.changes.add(anew);
    }
    onProgress?.(Math.min(from + serversAtOnce, ids.length), ids.length);
  }
  return seen;
}

/**
 * Saves the new judgements of these servers, each server's in one transaction, and returns how many servers were saved.
 * They are made once more, so that a catalogue of any size fits in memory; the model is not asked again.
 */
export async function saveCatalogue(
  { database, panel, signal }: CatalogueRequest,
  changed: readonly string[],
): Promise<number> {
  panel?.close();
  let saved = 0;
  for (const id of changed) {
    signal.throwIfAborted();
    const anew = await judgeAnew(database, id, panel);
    if (anew && (await saveJudgements(database, id, anew.judgements, anew.stored.crawlId))) saved += 1;
  }
  return saved;
}
