import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Category, RiskLevel } from '../../domain/classification.ts';
import { type Label, measureAccuracy } from './measure-accuracy.ts';
import { wilsonInterval } from './wilson-interval.ts';

const judged = (category: Category, risk: RiskLevel, destructive = false) => ({
  category,
  risk,
  destructive,
  financial: false,
  effects: ['read' as const],
  exposure: [],
});

test('An acting tool called Read counts as a dangerous miss and nothing else does', () => {
  const pairs: Array<[Label, ReturnType<typeof judged>]> = [
    [{ category: 'Write', risk: 'high', destructive: true }, judged('Read', 'low')],
    [{ category: 'Read', risk: 'low', destructive: false }, judged('Write', 'medium', true)],
    [{ readOnly: false }, judged('Execute', 'high')],
    [{ readOnly: true }, judged('Read', 'low')],
  ];
  const accuracy = measureAccuracy(pairs);
  assert.deepEqual([accuracy.dangerousMisses.hits, accuracy.dangerousMisses.of], [1, 2]);
  assert.deepEqual([accuracy.falseAlarms.hits, accuracy.falseAlarms.of], [1, 2]);
  assert.deepEqual([accuracy.category.hits, accuracy.category.of], [0, 2]);
  assert.deepEqual([accuracy.riskUnderCalled.hits, accuracy.riskUnderCalled.of], [1, 2]);
  assert.deepEqual([accuracy.destructiveRecall.share, accuracy.destructivePrecision.share], [0, 0]);
  assert.equal(accuracy.categoryConfusion.Write.Read, 1);
});

test('A figure over no pairs is unknown and not zero', () => {
  const { category } = measureAccuracy([]);
  assert.deepEqual(category, { hits: 0, of: 0, share: null, interval: null });
});

test('The Wilson interval of 8 out of 10 is 0.490 to 0.943', () => {
  assert.deepEqual(
    wilsonInterval(8, 10)?.map((bound) => Number(bound.toFixed(3))),
    [0.49, 0.943],
  );
  assert.deepEqual(
    wilsonInterval(0, 4)?.map((bound) => Number(bound.toFixed(3))),
    [0, 0.49],
  );
});

test('Effects and exposures are counted word by word', () => {
  const { effectsRecall, effectsPrecision, exposureRecall } = measureAccuracy([
    [
      { effects: ['read', 'create'], exposure: ['private'] },
      { ...judged('Write', 'medium'), effects: ['create', 'delete'] },
    ],
    [{ category: 'Read' }, judged('Read', 'low')],
  ]);
  assert.deepEqual([effectsRecall.hits, effectsRecall.of, effectsPrecision.of], [1, 2, 2]);
  assert.deepEqual([exposureRecall.hits, exposureRecall.of], [0, 1]);
});
