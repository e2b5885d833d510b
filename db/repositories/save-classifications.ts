import { sql } from 'drizzle-orm';
import { bulkRows } from '../bulk-rows.ts';
import type { Orm } from '../database.ts';
import type { Judgement } from '../judgement.ts';
import { classifications, findings } from '../schema/classifications.ts';
import { encodeText } from '../storable-text.ts';

/** Stores classifications that are not there yet: the same key is the same judgement, so an older one stays. */
export async function saveClassifications(orm: Orm, judgements: readonly Judgement[]): Promise<void> {
  const known = bulkRows(
    ['key', 'category', 'risk', 'destructive', 'financial', 'basis', 'confidence', 'ruleset', 'judgement'],
    judgements.map(({ key, classification }) => ({
      ...classification,
      key: encodeText(key),
      ruleset: encodeText(classification.ruleset),
      judgement: JSON.stringify(classification),
    })),
  );
  await orm.execute(sql`
    insert into ${classifications}
      (key, category, risk, destructive, financial, basis, confidence, ruleset, judgement)
    select distinct on (key) key, category, risk, destructive, financial, basis, confidence, ruleset, judgement
    from ${known} order by key
    on conflict (key) do nothing`);

  const found = bulkRows(['key', 'position', 'rule', 'statement'], judgements.flatMap(findingRows));
  await orm.execute(sql`
    insert into ${findings} (classification_key, position, rule, statement)
    select key, position, rule, statement from ${found}
    on conflict (classification_key, position) do nothing`);
}

function findingRows({ key, classification }: Judgement) {
  return classification.findings.map(({ rule, statement }, position) => ({
    key: encodeText(key),
    position,
    rule: encodeText(rule),
    statement: encodeText(statement),
  }));
}
