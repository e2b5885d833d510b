import type { Panel } from '../../classifier/adjudicator/panel.ts';
import type { Judgement } from '../../db/judgement.ts';
import type { Database } from '../../db/open-database.ts';
import { readStoredListing, type StoredListing } from '../../db/repositories/read-stored-listing.ts';
import { judgeTools } from './judge-tools.ts';

/** A server's newest list as it was judged and as it is judged now: `judgements[i]` is of `stored.tools[i]`. */
export interface JudgedAnew {
  stored: StoredListing;
  judgements: Judgement[];
  /** Whether any judgement is another one than is stored. */
  isChanged: boolean;
}

/** Judges a stored list again without saving anything; null where the server was never listed. */
export async function judgeAnew(database: Database, serverId: string, panel: Panel | null): Promise<JudgedAnew | null> {
  const stored = await readStoredListing(database, serverId);
  if (!stored) return null;
  const { instructions, tools, keys } = stored;
  const judgements = await judgeTools({ serverId, instructions, tools }, panel);
  return { stored, judgements, isChanged: judgements.some(({ key }, index) => key !== keys[index]) };
}
