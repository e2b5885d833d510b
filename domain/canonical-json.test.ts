import assert from 'node:assert/strict';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './json.ts';

const anyJson = fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;

/** From RFC 8785: the example of section 3.2.2, the key order of 3.2.3, numbers of appendix B. */
const examples: Array<[title: string, source: string, canonical: string]> = [
  [
    'the example of the RFC',
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    'keys in the order of their UTF-16 code units',
    String.raw`{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7,"10":8,"9":9}`,
    `{"\\r":2,"1":4,"10":8,"9":9,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}`,
  ],
  ['minus zero as zero', '-0', '0'],
  ['the smallest number', '5e-324', '5e-324'],
  ['a number beyond 2^53', '9007199254740993', '9007199254740992'],
  ['a number beyond any double', '{"a":1e400,"b":-1e400}', '{"a":1e999,"b":-1e999}'],
  ['__proto__ as a key like any other', '{"b":1,"__proto__":{"a":2}}', '{"__proto__":{"a":2},"b":1}'],
  ['lone surrogates escaped', String.raw`{"\udead":"\ud800"}`, String.raw`{"\udead":"\ud800"}`],
  ['no white space', ' { "a" : [ ] , "b" : { } } ', '{"a":[],"b":{}}'],
];
for (const [title, source, canonical] of examples) {
  test(`Canonical JSON writes ${title}.`, () => assert.equal(canonicalJson(JSON.parse(source)), canonical));
}

test('Canonical JSON parses to the value that it was made of.', () => {
  fc.assert(fc.property(anyJson, (value) => assert.deepEqual(JSON.parse(canonicalJson(value)), asParsed(value))));
});

test('Canonical JSON does not depend on the order in which keys were written.', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), anyJson), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      assert.equal(canonicalJson(reversed), canonicalJson({ ...object }));
    }),
  );
});

test('Where the reference implementation takes a value, canonical JSON is what it writes.', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      assert.equal(canonicalJson(value as JsonValue), canonicalize(value));
    }),
  );
});

/** The value as JSON.parse would give it: -0 is 0 there. */
function asParsed(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value));
}
