import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chooseProgram } from './choose-program.ts';
import { parseEntryPoints } from './entry-points.ts';

const rows: Array<[string, string, unknown[]]> = [
  ['a script', '[console_scripts]\na.b = m.n:f', [{ name: 'a.b', module: 'm.n', attribute: 'f' }]],
  ['extras', '[console_scripts]\r\na=m:C.run [x,y]', [{ name: 'a', module: 'm', attribute: 'C.run' }]],
  [
    'another section',
    '[gui_scripts]\na = m:f\n[console_scripts]\nb = m:g',
    [{ name: 'b', module: 'm', attribute: 'g' }],
  ],
  ['no section', 'a = m:f', []],
  ['code for a module', '[console_scripts]\na = os;import os:f', []],
  ['a call for an attribute', '[console_scripts]\na = os:system("x")', []],
  ['a path for a name', '[console_scripts]\n../../a = m:f', []],
  ['an option for a module', '[console_scripts]\na = -c:f', []],
  ['no attribute', '[console_scripts]\na = m', []],
];

for (const [title, text, expected] of rows) {
  test(`entry points are read as text: ${title}`, () => assert.deepEqual(parseEntryPoints(text), expected));
}

test('only dotted identifiers come out of any entry_points.txt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (name, module, attribute) => {
      for (const found of parseEntryPoints(`[console_scripts]\n${name}=${module}:${attribute}`)) {
        assert.match(`${found.module}.${found.attribute}`, /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/);
      }
    }),
  );
});

const programs: Array<[string[], string, string | undefined]> = [
  [['other', 'my-server'], 'my-server', 'my-server'],
  [['awslabs.eks-mcp-server'], 'awslabs-eks-mcp-server', 'awslabs.eks-mcp-server'],
  [['cli', 'x-mcp', 'mcp-server-x'], 'x', 'mcp-server-x'],
  [['cli', 'x-mcp'], 'y', 'x-mcp'],
  [['b', 'a'], 'y', 'b'],
  [[], 'y', undefined],
];

for (const [names, name, expected] of programs) {
  test(`of ${JSON.stringify(names)} ${expected} is the server of ${name}`, () =>
    assert.equal(chooseProgram(names, name), expected));
}
