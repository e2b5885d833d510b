import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Panel } from '../../classifier/adjudicator/panel.ts';
import { judgeTools } from './judge-tools.ts';

/** Counts the tools that it is asked about, and leaves each as it is. */
function countingPanel(): { panel: Panel; asked: string[] } {
  const asked: string[] = [];
  const settle: Panel['settle'] = async ({ definition }, judged) => {
    asked.push(definition.name);
    return judged;
  };
  return { panel: { settle } as Panel, asked };
}

for (const [serverId, expected] of [
  ['npm:example', ['zorb']],
  ['remote:https://example.com/mcp', ['zorb']],
  ['private:mine', []],
  ['supplied:theirs', []],
] as const) {
  test(`a model is ${expected.length > 0 ? '' : 'never '}asked about a tool of ${serverId}`, async () => {
    const { panel, asked } = countingPanel();
    await judgeTools({ serverId, instructions: null, tools: [{ name: 'zorb' }] }, panel);
    assert.deepEqual(asked, expected);
  });
}
