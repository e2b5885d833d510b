import { customType } from 'drizzle-orm/pg-core';
import { decodeText, encodeText } from '../storable-text.ts';

/** Any JavaScript string: PostgreSQL's text refuses NUL and lone surrogates, so those are stored escaped. */
export const storableText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: encodeText,
  fromDriver: decodeText,
});

/** A JSON value as the exact text of JSON.stringify, which escapes what text refuses; jsonb would lose it. */
export function exactJson<Value>(name: string) {
  return customType<{ data: Value; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (text) => JSON.parse(text),
  })(name);
}

/** A moment, read as ISO 8601 in UTC with milliseconds whatever the session's time zone is. */
export const isoTime = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (text) => new Date(text).toISOString(),
});
