import { defineRule } from '../define-rule.ts';
import { does, parameterSpan } from '../find-acts.ts';
import type { Parameter } from '../reading/read-schema.ts';

export const savesItsOutput = defineRule({
  id: 'saves-its-output',
  asks: 'Does a call that only works something out put its result into a file that the caller names?',
  implies: { effects: ['create'], exposure: [] },
  why: 'A result that is saved can take the place of a file that was there.',
  rationale: 'Saves its result where the caller says',
  references: ['https://cwe.mitre.org/data/definitions/73.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'trim_audio',
          description: 'Trim a recording.',
          inputSchema: { type: 'object', properties: { output_path: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'convertImage',
          inputSchema: { type: 'object', properties: { outputFile: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'get_page',
          description: 'Get a page.',
          inputSchema: { type: 'object', properties: { output_format: { type: 'string' } } },
        },
      },
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
    const works =
      tool.acts.some((act) => does(act, 'compute', 'read', 'run')) &&
      // A passive step of a session, by the taxonomy, wherever the picture goes.
      !tool.acts.some((act) => /^(?:screenshot|snapshot)s?$/.test(act.heads.at(-1) ?? act.verb));
    const place = works
      ? tool.parameters.find((each) => each.freeText && (isOutputPlace(each) || isToldToSave(each)))
      : undefined;
    return place && { evidence: [parameterSpan(place)] };
  },
});

const results = new Set(['output', 'out', 'save', 'destination', 'dest', 'dst', 'download', 'target']);
const places = new Set(['path', 'file', 'filename', 'filepath', 'dir', 'directory', 'folder', 'location']);

/** `output_path`, `saveTo`, `dest_dir`: a result and a place, in this order. */
function isOutputPlace({ words }: Parameter): boolean {
  const [first = '', second = ''] = words.map((word) => word.word);
  if (words.length > 3 || !results.has(first)) return false;
  return places.has(second) || (first === 'save' && (second === 'to' || second === 'as'));
}

/** A path by its name, and by its description one that is written to. */
function isToldToSave({ words, description }: Parameter): boolean {
  const last = words.at(-1)?.word ?? '';
  return (
    places.has(last) &&
    last !== 'filename' &&
    /\b(?:save|write|store|output) (?:it |the |to |a |an |file|path)/i.test(description.slice(0, 200))
  );
}
