import { defineRule } from '../define-rule.ts';
import { findActs, verbIs } from '../find-acts.ts';
import { findPath } from './reaches-any-file.ts';

export const uploadsToTheOutside = defineRule({
  id: 'uploads-to-the-outside',
  asks: 'Does a call carry a local file to another system?',
  implies: { effects: ['create'], exposure: ['outbound'] },
  why: 'Any file that the server can read leaves the machine.',
  rationale: 'Carries a local file to another system: {object}',
  references: ['https://attack.mitre.org/techniques/T1567/'],
  examples: {
    flags: [
      {
        tool: {
          name: 'upload_file',
          description: 'Upload a local file.',
          inputSchema: { type: 'object', properties: { file_path: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'write_file',
          description: 'Write a file.',
          inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => (findPath(tool) ? findActs(tool, (act) => verbIs(act, 'upload')) : undefined),
});
