import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import * as classifications from './classifications.ts';
import * as crawls from './crawls.ts';
import * as servers from './servers.ts';
import * as tools from './tools.ts';

test('the migrations make the tables that the schema describes: else run `npm run db:generate`', async () => {
  const folder = new URL('../migrations/meta/', import.meta.url);
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .toSorted()
    .at(-1);
  const migrated = JSON.parse(readFileSync(new URL(newest ?? assert.fail('no migration'), folder), 'utf8'));
  const described = generateDrizzleJson({ ...servers, ...crawls, ...tools, ...classifications }, migrated.id);
  assert.deepEqual(await generateMigration(migrated, described), []);
});
