import { type SQL, sql } from 'drizzle-orm';

/** Columns that bulk rows may have, with the type that each is read as. Text must be storable: see `encodeText`. */
const columnTypes = {
  position: 'int',
  name: 'text',
  slug: 'text',
  hash: 'text',
  definition: 'text',
  queryable: 'text',
  key: 'text',
  category: 'text',
  risk: 'text',
  destructive: 'boolean',
  financial: 'boolean',
  basis: 'text',
  confidence: 'text',
  ruleset: 'text',
  judgement: 'text',
  rule: 'text',
  statement: 'text',
} as const;

type Column = keyof typeof columnTypes;

/** Any number of rows as one parameter, to select from under the name `given`: several times faster than VALUES. */
export function bulkRows(columns: readonly Column[], rows: ReadonlyArray<Partial<Record<Column, unknown>>>): SQL {
  const types = columns.map((column) => `${column} ${columnTypes[column]}`).join(', ');
  return sql`jsonb_to_recordset(${JSON.stringify(rows, [...columns])}::text::jsonb) as given(${sql.raw(types)})`;
}
