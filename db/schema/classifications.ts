import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Category, Classification, Confidence, RiskLevel } from '../../domain/classification.ts';
import { exactJson, storableText } from './column-types.ts';

/** One judgement under its key. `judgement` is the truth; the other columns repeat parts of it to be queried. */
export const classifications = pgTable('classifications', {
  key: storableText('key').primaryKey(),
  category: text('category').$type<Category>().notNull(),
  risk: text('risk').$type<RiskLevel>().notNull(),
  destructive: boolean('destructive').notNull(),
  financial: boolean('financial').notNull(),
  basis: text('basis').$type<Classification['basis']>().notNull(),
  confidence: text('confidence').$type<Confidence>().notNull(),
  ruleset: storableText('ruleset').notNull(),
  judgement: exactJson<Classification>('judgement').notNull(),
});

/** Which rules a judgement rests on, in its order, so that a rule's tools can be found. */
export const findings = pgTable(
  'findings',
  {
    classificationKey: storableText('classification_key')
      .notNull()
      .references(() => classifications.key),
    position: integer('position').notNull(),
    rule: storableText('rule').notNull(),
    statement: storableText('statement').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.classificationKey, table.position] }),
    index('findings_rule').on(table.rule),
  ],
);
