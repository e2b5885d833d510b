import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policyDocumentSchema } from './policy-document.ts';

const limit = '{"counter":"c","window":"minute","max":1,"scope":"grant"}';
const withTool = (rules: string) => `{"version":"1","default":"deny","tools":{"t":${rules}}}`;
const condition = (text: string) => withTool(`{"deny_if":[{"conditions":[${text}],"on_deny":"no"}]}`);

const documents: Array<[title: string, source: string, accepted: boolean]> = [
  ['the smallest document', '{"version":"1","default":"deny"}', true],
  ['another version', '{"version":"2","default":"deny"}', false],
  ['no default', '{"version":"1"}', false],
  ['an unknown field', '{"version":"1","default":"deny","tool":{}}', false],
  [
    'hide and limits over every call',
    `{"version":"1","default":"allow","hide":["*"],"all_tools":{"limits":[${limit}]}}`,
    true,
  ],
  ['a limit by another scope', withTool(`{"limits":[${limit.replace('grant', 'user')}]}`), false],
  ['a limit by another window', withTool(`{"limits":[${limit.replace('minute', 'second')}]}`), false],
  ['a limit of none', withTool(`{"limits":[${limit.replace('"max":1', '"max":0')}]}`), true],
  ['half a call', withTool(`{"limits":[${limit.replace('"max":1', '"max":0.5')}]}`), false],
  ['a clause without conditions', withTool('{"deny_if":[{"conditions":[],"on_deny":"no"}]}'), true],
  ['a clause without a reason', withTool('{"deny_if":[{"conditions":[]}]}'), false],
  ['an unknown rule', withTool('{"approve":true}'), false],
  ['a path into the arguments', condition('{"path":"args.a.b","op":"eq","value":"x"}'), true],
  ['a path elsewhere', condition('{"path":"server.name","op":"eq","value":"x"}'), false],
  ['the arguments as a whole', condition('{"path":"args","op":"exists","value":true}'), false],
  ['an empty key in a path', condition('{"path":"args..b","op":"eq","value":"x"}'), false],
  ['a number to compare with', condition('{"path":"args.a","op":"gt","value":1}'), true],
  ['a text to compare with', condition('{"path":"args.a","op":"gt","value":"1"}'), false],
  ['a list to be in', condition('{"path":"args.a","op":"in","value":["x",1,null]}'), true],
  ['a text to be in', condition('{"path":"args.a","op":"in","value":"x"}'), false],
  ['a list to be equal to', condition('{"path":"args.a","op":"eq","value":["x"]}'), false],
  ['a pattern of 1,001 characters', condition(`{"path":"args.a","op":"regex","value":"${'x'.repeat(1_001)}"}`), false],
  ['an unknown operator', condition('{"path":"args.a","op":"like","value":"x"}'), false],
  ['tools as a list', '{"version":"1","default":"deny","tools":[]}', false],
];
for (const [title, source, accepted] of documents) {
  test(`A policy with ${title} is ${accepted ? 'accepted' : 'refused'}.`, () => {
    assert.equal(policyDocumentSchema.safeParse(JSON.parse(source)).success, accepted);
  });
}

for (const name of ['__proto__', 'constructor', 'toString', '', '*', '\ud800']) {
  test(`The rules of a tool called ${JSON.stringify(name)} are neither lost nor unchecked.`, () => {
    const source = (rules: object) =>
      JSON.stringify({ version: '1', default: 'deny', tools: Object.fromEntries([[name, rules]]) });
    assert.equal(JSON.stringify(policyDocumentSchema.parse(JSON.parse(source({})))), source({}));
    const refused = policyDocumentSchema.safeParse(JSON.parse(source({ limits: 3 })));
    assert.deepEqual(refused.error?.issues[0]?.path, ['tools', name, 'limits']);
  });
}
