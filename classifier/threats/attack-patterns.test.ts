import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Effect, type Exposure, effects, exposures } from '../../domain/classification.ts';
import { attackPatterns } from './attack-patterns.ts';
import { attackPatternsFor } from './attack-patterns-for.ts';
import { incidents } from './incidents.ts';
import { threatReferences } from './references.ts';

for (const [kind, entries] of Object.entries({ attackPatterns, incidents, threatReferences })) {
  test(`No two ${kind} share an id.`, () => {
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  });
}

test('Every page of a pattern has a name that an address can hold.', () => {
  for (const { id } of attackPatterns) assert.match(id, /^[a-z]+(-[a-z]+)*$/);
});

test('Every incident is told by some pattern, and every link is https.', () => {
  const told = new Set(attackPatterns.flatMap((pattern) => pattern.incidents.map(({ id }) => id)));
  assert.deepEqual(
    incidents.filter(({ id }) => !told.has(id)).map(({ id }) => id),
    [],
  );
  for (const { url } of [...incidents, ...threatReferences]) assert.match(url, /^https:\/\/[^\s]+$/);
});

test('Every pattern cites at least two entries and describes itself in one or two sentences.', () => {
  for (const { id, references, description } of attackPatterns) {
    assert.ok(references.length >= 2, id);
    const sentences = description.match(/\.(?:\s|$)/g)?.length ?? 0;
    assert.ok(sentences >= 1 && sentences <= 2, id);
  }
});

const expected: Array<[Effect[], Exposure[], string[]]> = [
  [['read'], [], []],
  [['execute'], ['unbounded'], ['run-any-code', 'start-and-repeat']],
  [['read', 'delete'], [], ['destroy-data']],
  [['pay'], ['secrets'], ['move-money', 'steal-credentials']],
  [['send'], ['outbound'], ['send-data-out', 'speak-for-the-owner']],
  [['read'], ['untrusted'], ['order-by-content']],
  [['read'], ['private', 'unbounded'], ['read-anything', 'collect-private-data']],
  [['administer'], [], ['widen-access']],
  [
    ['read', 'create', 'send'],
    ['private', 'untrusted', 'outbound'],
    ['read-trap-and-leak', 'send-data-out', 'order-by-content', 'collect-private-data'],
  ],
];
for (const [given, exposure, ids] of expected) {
  test(`${[...given, ...exposure].join(' + ')} opens ${ids.join(', ') || 'nothing'}.`, () => {
    assert.deepEqual(
      attackPatternsFor({ effects: given, exposure }).map(({ id }) => id),
      ids,
    );
  });
}

test('Every access but a plain read opens one to four patterns, in the order of the table.', () => {
  fc.assert(
    fc.property(fc.subarray([...effects]), fc.subarray([...exposures]), (given, exposure) => {
      const found = attackPatternsFor({ effects: given, exposure });
      const plain =
        given.every((effect) => effect === 'read') &&
        (exposure.length === 0 || (given.length === 0 && exposure.every((each) => each === 'unbounded')));
      assert.ok(found.length <= 4 && (found.length >= 1 || plain));
      assert.deepEqual(
        found,
        attackPatterns.filter((pattern) => found.includes(pattern)),
      );
    }),
  );
});
