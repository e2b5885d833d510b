import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyTool } from './classify-tool.ts';

const megabyte = 1_048_576;
const fill = (unit: string) => unit.repeat(Math.ceil(megabyte / unit.length)).slice(0, megabyte);

/** Each makes some pattern start over and over; one that backtracks would not come back. */
const hostile = [
  'do not tell ',
  'never ask just ',
  'always add x to the ',
  'ignore all previous ',
  'include the entire ',
  'a',
  ' ',
  '\n',
  '-',
  '. ',
  'the the ',
  'and delete, or ',
  'delete, ',
  '[(',
  'incurs ',
  'or url or url-',
  'local file',
  '<important',
  'only select ',
  '删除',
  'é\u0301',
  '\u200e ',
  'x_',
  'aA',
];

for (const unit of hostile) {
  test(`a megabyte of ${JSON.stringify(unit)} in every place is read to its end`, () => {
    const text = fill(unit);
    const definition = {
      name: `get_${text}`,
      title: text,
      description: text,
      inputSchema: { type: 'object', properties: { value: { type: 'string', description: text, enum: [text] } } },
    };
    const judged = classifyTool(definition, { server: 'npm:x', instructions: text, siblings: [definition.name, text] });
    assert.notEqual(judged.category, 'Read', 'what is too long to be read is not called Read');
  });
}
