import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type EvidenceSpan, formatPointer, parsePointer, readSpanText, spanHolds } from './evidence.ts';
import { isJsonObject, type JsonValue } from './json.ts';
import type { ToolDefinition } from './tool.ts';

const pointers: Array<[string, string[]]> = [
  ['', []],
  ['/', ['']],
  ['/a/b', ['a', 'b']],
  ['/a~1b', ['a/b']],
  ['/m~0n', ['m~n']],
  ['/~01', ['~1']],
  ['//', ['', '']],
  ['/__proto__/0', ['__proto__', '0']],
];
for (const [pointer, keys] of pointers) {
  test(`The pointer ${JSON.stringify(pointer)} is the keys ${JSON.stringify(keys)}.`, () => {
    assert.deepEqual(parsePointer(pointer), keys);
    assert.equal(formatPointer(keys), pointer);
  });
}

test('Any keys survive the way through a pointer.', () => {
  const keys = fc.array(fc.string({ unit: 'binary' }));
  fc.assert(fc.property(keys, (given) => assert.deepEqual(parsePointer(formatPointer(given)), given)));
});

const definition: ToolDefinition = JSON.parse(
  '{"name":"drop_db","n":250,"big":1e21,"yes":true,"nothing":null,"list":["a",{"b":"c"}],"a/b":{"~":"deep"},"__proto__":{"x":"own"}}',
);
const texts: Array<[string, EvidenceSpan['part'], string | undefined]> = [
  ['/name', 'value', 'drop_db'],
  ['/name', 'key', 'name'],
  ['/n', 'value', '250'],
  ['/big', 'value', '1e+21'],
  ['/yes', 'value', 'true'],
  ['/nothing', 'value', undefined],
  ['/list', 'value', undefined],
  ['/list/0', 'value', 'a'],
  ['/list/0', 'key', undefined],
  ['/list/00', 'value', undefined],
  ['/list/-', 'value', undefined],
  ['/list/length', 'value', undefined],
  ['/list/1/b', 'key', 'b'],
  ['/a~1b', 'key', 'a/b'],
  ['/a~1b/~0', 'value', 'deep'],
  ['/__proto__/x', 'value', 'own'],
  ['/__proto__', 'key', '__proto__'],
  ['/constructor', 'key', undefined],
  ['/toString/name', 'value', undefined],
  ['/name/length', 'value', undefined],
  ['', 'key', undefined],
  ['', 'value', undefined],
  ['name', 'value', undefined],
];
for (const [pointer, part, text] of texts) {
  test(`The ${part} at ${JSON.stringify(pointer)} reads ${JSON.stringify(text)}.`, () => {
    assert.equal(readSpanText(definition, pointer, part), text);
  });
}

const spans: Array<[string, EvidenceSpan, boolean]> = [
  ['a word of the value', { pointer: '/name', part: 'value', start: 0, end: 4, quote: 'drop' }, true],
  ['a word beside its place', { pointer: '/name', part: 'value', start: 1, end: 5, quote: 'drop' }, false],
  ['an empty quotation', { pointer: '/name', part: 'value', start: 0, end: 0, quote: '' }, false],
  ['an end beyond the text', { pointer: '/name', part: 'value', start: 5, end: 99, quote: 'db' }, false],
  ['a place counted from the end', { pointer: '/name', part: 'value', start: -2, end: 7, quote: 'db' }, false],
  ['a place before the text', { pointer: '/name', part: 'value', start: -2, end: 2, quote: 'drop' }, false],
  ['a number as written', { pointer: '/n', part: 'value', start: 0, end: 3, quote: '250' }, true],
];
for (const [title, span, holds] of spans) {
  test(`A span over ${title} ${holds ? 'holds' : 'does not hold'}.`, () => {
    assert.equal(spanHolds(definition, span), holds);
  });
}

test('A span over any text anywhere in a definition holds, and no longer when the text changes.', () => {
  const anyJson = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;
  fc.assert(
    fc.property(anyJson, fc.nat(), fc.nat(), (value, from, length) => {
      const whole: ToolDefinition = { name: 't', value };
      for (const { pointer, part, text } of listTexts(value, ['value'])) {
        const start = from % text.length;
        const end = start + 1 + (length % (text.length - start));
        const span: EvidenceSpan = { pointer, part, start, end, quote: text.slice(start, end) };
        assert.ok(spanHolds(whole, span));
        assert.ok(!spanHolds(whole, { ...span, quote: `${span.quote}x` }));
      }
    }),
  );
});

interface Place {
  pointer: string;
  part: EvidenceSpan['part'];
  text: string;
}

function listTexts(value: JsonValue, keys: string[]): Place[] {
  const own: Place[] = typeof value === 'string' ? [{ pointer: formatPointer(keys), part: 'value', text: value }] : [];
  const names: Place[] = isJsonObject(value)
    ? Object.keys(value).map((key) => ({ pointer: formatPointer([...keys, key]), part: 'key', text: key }))
    : [];
  const below = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return [...own, ...names, ...below.flatMap(([key, inner]) => listTexts(inner, [...keys, key]))].filter(
    ({ text }) => text !== '',
  );
}
