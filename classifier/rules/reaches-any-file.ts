import { defineRule } from '../define-rule.ts';
import { does, matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { Parameter } from '../reading/read-schema.ts';
import type { ToolReading } from '../reading/read-tool.ts';

const pathName =
  /^(path|paths|file_?path|file_?paths|filepath|local_?path|absolute_?path|(input|source|image|audio|video|document|pdf|output|notebook|excel|directory|dir|folder|dest|destination|target|input_?file)_?(path|file_?path)|output_?(dir|directory|file)|directory|dir)$/i;

/** A parameter that names a file or folder of the machine, and not a place in a document, an address or a store. */
export function findPath(tool: ToolReading): Parameter | undefined {
  return tool.parameters.find((each) => each.freeText && pathName.test(each.name) && !isOtherPath(each, tool));
}

function isOtherPath(parameter: Parameter, tool: ToolReading): boolean {
  const description = parameter.description.slice(0, 300).toLowerCase();
  if (
    ['json', 'url', 'endpoint', 'api path', 'repository', 'in the repo', 'project path', 'bucket', 'remote'].some(
      (word) => description.includes(word),
    )
  )
    return !description.includes('local');
  return (
    tool.nameWords.has('json') ||
    tool.topicWords.has('api') ||
    (tool.nameWords.has('document') && parameter.name === 'documentPath')
  );
}

export const reachesAnyFile = defineRule({
  id: 'reaches-any-file',
  asks: 'Can the caller name any file of the machine to read?',
  implies: { effects: [], exposure: ['private', 'unbounded'] },
  why: 'A path can lead anywhere that the server may read: keys and mail as well as the file that was meant.',
  rationale: 'Reads from a path that the caller chooses',
  references: ['https://cwe.mitre.org/data/definitions/22.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'read_file',
          description: 'Read a file.',
          inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'json_get',
          description: 'Get JSON at a path.',
          inputSchema: { type: 'object', properties: { path: { type: 'string', description: 'JSON path' } } },
        },
      },
      {
        tool: {
          name: 'write_file',
          description: 'Write a file.',
          inputSchema: { type: 'object', properties: { path: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const parameter = findPath(tool) ?? tool.parameters.find(isToldPath);
    const acts = tool.acts.filter((act) => does(act, 'read', 'compute') || verbIs(act, 'import'));
    if (!parameter || acts.length === 0 || tool.acts.some(isWriting)) return undefined;
    return matchOf(acts, [parameterSpan(parameter)]);
  },
});

/** "Local file path or remote URL", whatever the parameter is called. */
const fileName = /(?:[a-z]Path|_path)s?$/;

function isToldPath({ freeText, name, description }: Parameter): boolean {
  const told = description.slice(0, 120);
  if (/\blocal (?:file|path)|\bfile path or\b/i.test(told)) return freeText;
  return freeText && fileName.test(name) && /\b(?:files?|folder|directory)\b|\.[a-z]{3,4}\b/i.test(told);
}

export function isWriting(act: Act): boolean {
  return act.source !== 'aside' && does(act, 'create', 'update');
}
