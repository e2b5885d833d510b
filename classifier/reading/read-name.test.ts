import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readName } from './read-name.ts';
import { readServer } from './read-server.ts';

function verbsOf(name: string, siblings: readonly string[] = [name]): string {
  const server = readServer({ server: 'npm:example', instructions: null, siblings });
  return readName(name, server)
    .map((act) => act.verb)
    .join(' ');
}

test('the verb of a name is found wherever it stands', () => {
  const rows: Array<[string, string]> = [
    ['deploy_app_logs_get', 'get'],
    ['board_list_delete', 'delete'],
    ['bulk_trash', 'trash'],
    ['npmVersions', ''],
    ['list_deleted_items', 'list'],
    ['find_and_replace', 'find replace'],
    ['readWriteQuery', 'read write'],
    ['merge_pull_request', 'merge'],
    ['get_pull_request', 'get'],
    ['order_cancel', 'cancel'],
    ['hook_delete_custom_header', 'delete'],
    ['list_grants', 'list'],
    ['post_v1_users_add', 'add'],
  ];
  for (const [name, expected] of rows) assert.equal(verbsOf(name), expected, name);
});

test('a prefix that siblings share is not the verb', () => {
  const siblings = ['post_notes', 'post_delete', 'post_get', 'post_list'].map((name) => `forge_${name}`);
  assert.equal(verbsOf('forge_post_delete', siblings), 'delete');
  assert.equal(verbsOf('track_get', ['track_get', 'track_list', 'track_add']), 'get');
});

test('a verb that starts every name is no prefix', () => {
  assert.equal(verbsOf('create_room', ['create_room', 'create_hall', 'create_door']), 'create');
});
