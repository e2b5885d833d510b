import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effects, exposures, type RiskLevel } from '../domain/classification.ts';
import { decide, type Judged, worst } from './decide.ts';
import { effectRisks, exposureRisks } from './risk-table.ts';

test('category, risk and flags follow from effects, exposure and circumstance', () => {
  const rows: Array<[Judged, string, RiskLevel, boolean, boolean]> = [
    [{ effects: ['read'], exposure: [] }, 'Read', 'low', false, false],
    [{ effects: ['read'], exposure: ['private'] }, 'Read', 'medium', false, false],
    [{ effects: ['read'], exposure: ['secrets'] }, 'Read', 'high', false, false],
    [{ effects: ['create'], exposure: [] }, 'Write', 'medium', false, false],
    [{ effects: ['update'], exposure: [], circumstance: 'cache' }, 'Write', 'low', false, false],
    [{ effects: ['update'], exposure: [], circumstance: 'vague' }, 'Write', 'high', false, false],
    [{ effects: ['delete'], exposure: [] }, 'Write', 'high', true, false],
    [{ effects: ['delete'], exposure: [], circumstance: 'detached' }, 'Write', 'medium', true, false],
    [{ effects: ['delete'], exposure: [], circumstance: 'container' }, 'Write', 'critical', true, false],
    [{ effects: ['administer'], exposure: [] }, 'Write', 'high', false, false],
    [{ effects: ['send'], exposure: ['outbound'] }, 'Execute', 'high', false, false],
    [{ effects: ['execute'], exposure: [], circumstance: 'passing' }, 'Execute', 'low', false, false],
    [{ effects: ['execute'], exposure: [], circumstance: 'light' }, 'Execute', 'medium', false, false],
    [{ effects: ['execute'], exposure: ['unbounded'] }, 'Execute', 'critical', true, false],
    [{ effects: ['pay'], exposure: [] }, 'Execute', 'critical', false, true],
  ];
  for (const [judged, category, risk, destructive, financial] of rows) {
    const decision = decide([judged]);
    const found = [decision.category, decision.risk, decision.destructive, decision.financial];
    assert.deepEqual(found, [category, risk, destructive, financial], JSON.stringify(judged));
  }
});

test('another finding never lowers category or risk', () => {
  const singles: Judged[] = [...effectRisks, ...exposureRisks].map((row) => ({
    effects: row.effect ? [row.effect] : [],
    exposure: row.exposure ? [row.exposure] : [],
    circumstance: row.circumstance,
  }));
  for (const one of singles) {
    for (const other of singles) {
      const [alone, both] = [decide([one]), decide([one, other])];
      assert.equal(worst([alone.risk, both.risk]), both.risk);
      assert.ok(alone.category === 'Read' || both.category !== 'Read');
      assert.ok(!alone.destructive || both.destructive);
    }
  }
});

test('every effect and every exposure has a row without conditions', () => {
  for (const effect of effects) {
    assert.ok(
      effectRisks.some((row) => row.effect === effect && !row.exposure && !row.circumstance),
      effect,
    );
  }
  for (const exposure of exposures) {
    assert.ok(
      exposureRisks.some((row) => row.exposure === exposure && !row.circumstance),
      exposure,
    );
  }
});

test('no row of the risk table is hidden behind an earlier one', () => {
  for (const [at, row] of effectRisks.entries()) {
    const wider = effectRisks
      .slice(0, at)
      .filter(
        (each) =>
          each.effect === row.effect && !each.circumstance && (!each.exposure || each.exposure === row.exposure),
      );
    assert.deepEqual(wider, [], row.because);
  }
});
