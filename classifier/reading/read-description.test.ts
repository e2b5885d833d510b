import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maxDescriptionLength, readDescription } from './read-description.ts';

const mainVerbs = (text: string) =>
  readDescription(text)
    .mainActs.map((act) => act.verb)
    .join(' ');

test('the main verb is found behind what leads in to it', () => {
  const rows: Array<[string, string]> = [
    ['Deletes a room.', 'delete'],
    ['Use this tool when you need to delete a room.', 'delete'],
    ['This endpoint allows you to cancel a booking.', 'cancel'],
    ['A tool for searching rooms.', 'search'],
    ['[Rooms] List rooms.', 'list'],
    ['RPC: Toggle the lamp.', 'toggle'],
    ['Permanently remove a room.', 'remove'],
    ['Not for: listing rooms. Deletes rooms.', 'delete'],
    ['Not for: deleting rooms. Lists rooms.', ''],
    ['This tool is safe. Lists rooms.', ''],
    ['Batch update rooms', 'update'],
    ['Allow address ranges to access the house.', 'allow'],
    ['Order of events in a room', ''],
    ['This tool is read-only and safe. Drops a table.', 'drop'],
    ['', ''],
  ];
  for (const [text, expected] of rows) assert.equal(mainVerbs(text), expected, text);
});

test('joined verbs count, and nouns that look like them do not', () => {
  const rows: Array<[string, string]> = [
    ['Create, update, or delete rooms.', 'create update delete'],
    ['Fetches a page and saves it.', 'fetch save'],
    ['Perform room operations (list, delete).', 'list delete'],
    ['List rooms, comments, and labels.', 'list'],
    ['Get the definition of a procedure, function, or trigger.', 'get'],
    ['List pull requests of a repository.', 'list'],
  ];
  for (const [text, expected] of rows) assert.equal(mainVerbs(text), expected, text);
});

test('a later sentence counts only where it says outright that the tool acts', () => {
  const asides = (text: string) => readDescription(text).asides.map((act) => act.verb);
  assert.deepEqual(asides('Returns the log. Deletes the log afterwards.'), ['delete']);
  assert.deepEqual(asides('Returns the log. This will delete the log.'), ['delete']);
  assert.deepEqual(asides('Returns the log. Does not delete it.'), []);
  assert.deepEqual(asides('Returns the log. Use log_delete to delete it.'), []);
});

test('a description that is longer than what is read is marked', () => {
  assert.equal(readDescription('a'.repeat(maxDescriptionLength)).cutShort, false);
  assert.equal(readDescription('a'.repeat(maxDescriptionLength + 1)).cutShort, true);
});
