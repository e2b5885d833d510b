import { eq, sql } from 'drizzle-orm';
import type { Classification } from '../../domain/classification.ts';
import { bulkRows } from '../bulk-rows.ts';
import type { Database } from '../database.ts';
import { classifications } from '../schema/classifications.ts';
import { encodeText } from '../storable-text.ts';

/** The stored classification of each of these judgement keys that has one. */
export async function readClassifications(
  { orm }: Database,
  keys: readonly string[],
): Promise<Map<string, Classification>> {
  const asked = bulkRows(
    ['key'],
    [...new Set(keys)].map((key) => ({ key: encodeText(key) })),
  );
  const rows = await orm
    .select({ key: classifications.key, classification: classifications.judgement })
    .from(classifications)
    .innerJoin(asked, eq(classifications.key, sql`given.key`));
  return new Map(rows.map((row) => [row.key, row.classification]));
}
