import type { ToolContext, ToolDefinition } from '../../domain/tool.ts';
import type { Act } from './act.ts';
import { type DescriptionReading, readDescription } from './read-description.ts';
import { readName } from './read-name.ts';
import { type Parameter, readSchema } from './read-schema.ts';
import { readServer, type ServerReading } from './read-server.ts';
import { readNameWords, type Word } from './read-words.ts';
import { settleActs } from './settle-acts.ts';

/** Everything that rules read: the definition and its context, taken apart once. */
export interface ToolReading {
  definition: ToolDefinition;
  server: ServerReading;
  description: DescriptionReading;
  /** Acts that the name states, kept only where the main sentence does not settle an ambiguous word otherwise. */
  nameActs: Act[];
  /** Acts of the tool, most telling first: name, title, main sentence, asides. */
  acts: Act[];
  parameters: Parameter[];
  /** Words of the name, in order. */
  nameTokens: readonly Word[];
  /** Lower-case words of name and title. */
  nameWords: ReadonlySet<string>;
  /** Lower-case words of name, title and main sentence. */
  topicWords: ReadonlySet<string>;
  cutShort: boolean;
}

export function readTool(definition: ToolDefinition, context: ToolContext): ToolReading {
  const server = readServer(context);
  const description = readDescription(textOf(definition, 'description'));
  const title = textOf(definition, 'title').slice(0, 1_000);
  const name = definition.name.slice(0, 1_000);
  const nameTokens = readNameWords(name);
  const titleActs = title === '' ? [] : readName(title, server, 'title', '/title');
  const settled = settleActs(readName(name, server), titleActs, description);
  const input = readSchema(definition);
  const nameWords = new Set(nameTokens.map((token) => token.word));
  for (const token of readNameWords(title)) nameWords.add(token.word);
  const topicWords = new Set(nameWords);
  for (const token of description.mainWords) topicWords.add(token.word);
  return {
    definition,
    server,
    description,
    ...settled,
    parameters: input.parameters,
    nameTokens,
    nameWords,
    topicWords,
    cutShort: description.cutShort || input.cutShort || definition.name.length > 1_000,
  };
}

function textOf(definition: ToolDefinition, key: string): string {
  const value = Object.hasOwn(definition, key) ? definition[key] : undefined;
  return typeof value === 'string' ? value : '';
}
