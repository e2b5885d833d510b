import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecipes } from './recipe.ts';

test('every recipe is well formed and they are few: general rungs come first', () => {
  const recipes = readRecipes();
  assert.ok(recipes.size <= 4, [...recipes.keys()].join(', '));
  for (const [name, { arguments: words, environment }] of recipes) {
    assert.ok(words.length + environment.length > 0, name);
  }
});
