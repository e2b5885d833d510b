import { defineRule } from '../define-rule.ts';
import { matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import { findPath, isWriting } from './reaches-any-file.ts';

export const writesAnyFile = defineRule({
  id: 'writes-any-file',
  asks: 'Can the caller name any file of the machine to write or to upload?',
  implies: { effects: ['create'], exposure: ['unbounded'] },
  why: 'A path that the caller chooses can be a start-up script to overwrite, or a key file to send away.',
  rationale: 'Writes to, or uploads from, a path that the caller chooses',
  references: ['https://cwe.mitre.org/data/definitions/73.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'write_file',
          description: 'Write a file.',
          inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
        },
      },
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
          name: 'read_file',
          description: 'Read a file.',
          inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const target = tool.parameters.find((each) => each.freeText && outputName.test(each.name));
    if (target) return { evidence: [parameterSpan(target)] };
    const parameter = findPath(tool);
    const acts = tool.acts.filter(
      (act) => isWriting(act) && verbIs(act, 'write upload save store append insert create attach edit import'),
    );
    return parameter && acts.length > 0 ? matchOf(acts, [parameterSpan(parameter)]) : undefined;
  },
});

/** A place that the answer is written to. */
const outputName =
  /^(output|save|download|export|dest|destination|target|local_?save)_?(path|file|file_?path|dir|directory|folder)$/i;
