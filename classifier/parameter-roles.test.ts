import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../domain/json.ts';
import { classifyTool } from './classify-tool.ts';

function rolesOf(name: string, properties: JsonObject, description = ''): Record<string, string> {
  const definition = { name, description, inputSchema: { type: 'object', properties } };
  const judged = classifyTool(definition, { server: 'npm:example', instructions: null, siblings: [name] });
  return Object.fromEntries(judged.parameters.map(({ pointer, role }) => [pointer, role]));
}

const text = { type: 'string' };

test('a parameter has the role that its name, its type and the tool give it', () => {
  const rows: Array<[string, JsonObject, string | undefined]> = [
    ['read_file', { file_path: text }, 'path'],
    ['fetch_page', { url: text }, 'url'],
    ['connect', { hostname: text }, 'host'],
    ['run_command', { cmd: text }, 'command'],
    ['run_python', { code: text }, 'code'],
    ['get_country', { code: text }, undefined],
    ['execute_sql', { query: text }, 'sql'],
    ['search_rooms', { query: text }, undefined],
    ['transfer_funds', { amount: { type: 'number' } }, 'amount'],
    ['send_message', { to: text }, 'recipient'],
    ['push_commit', { branch: text }, 'branch'],
    ['delete_room', { force: { type: 'boolean' } }, 'force'],
    ['list_rooms', { pageSize: { type: 'integer' } }, 'batch-size'],
  ];
  for (const [name, properties, role] of rows) {
    const key = Object.keys(properties)[0] ?? '';
    assert.equal(rolesOf(name, properties)[`/inputSchema/properties/${key}`], role, `${name}.${key}`);
  }
});

test('nested properties and items have roles, with a pointer that escapes their names', () => {
  const roles = rolesOf('fetch_pages', {
    'a/b': { type: 'object', properties: { url: text } },
    list: { type: 'array', items: { type: 'object', properties: { path: text } } },
  });
  assert.deepEqual(roles, {
    '/inputSchema/properties/a~1b/properties/url': 'url',
    '/inputSchema/properties/list/items/properties/path': 'path',
  });
});
