import { findPhrasalVerb } from '../lexicon/phrasal-verbs.ts';
import { refineVerb } from '../lexicon/refine-verb.ts';
import { ambiguous, findVerb, nounLike, words as split, type VerbEntry } from '../lexicon/verbs.ts';
import { type Act, phraseOf, readObject } from './act.ts';
import { readNameWords, type Word } from './read-words.ts';

/** What the name of a tool is read against: see `ServerReading`. */
export interface NameContext {
  prefixes: ReadonlySet<string>;
  nameWords: ReadonlySet<string>;
  /** Whether sibling names start with several HTTP methods, as generated from an OpenAPI document. */
  speaksHttp: boolean;
}

/** Words that qualify the verb after them. */
const modifiers = new Set(
  split(`bulk batch batched multi mass safe async auto quick quickly smart admin advanced simple my mcp api tool tools
    v1 v2 v3 direct raw basic multiple the a please can to full global local remote internal ultra deep cloud parallel
    try ai force`),
);
/** Last words that make of an acting verb a text about it: `migrate_pages_guide`. */
const tellingEnds = new Set(split('guide docs help instructions quote cost costs estimate preview examples tutorial'));
const readers = new Set(['read', 'compute']);

/**
 * The acts that a name states, read as a phrase: `deploy_app_logs_get` gets, `board_list_delete` deletes.
 * Empty where no word of it is a verb.
 */
export function readName(
  name: string,
  context: NameContext,
  source: 'name' | 'title' | 'operation' = 'name',
  pointer = '/name',
): Act[] {
  const words = withoutPrefix(readNameWords(name), context);
  const first = pickVerb(words, context);
  if (first === undefined) return [];
  return [first, ...joinedVerbs(words, first)].map((at) =>
    actAt(name, words, at, at !== first, source, pointer, context),
  );
}

function actAt(
  name: string,
  words: readonly Word[],
  at: number,
  joined: boolean,
  source: Act['source'],
  pointer: string,
  context: NameContext,
): Act {
  const token = words[at] as Word;
  const verb = findVerb(token.word) as VerbEntry;
  const after = words.slice(at + 1).map((word) => word.word);
  const before = words
    .slice(0, at)
    .map((word) => word.word)
    .filter((word) => !modifiers.has(word));
  const following = readObject(after);
  const leading = readObject(before);
  const object = [...leading.object, ...following.object];
  const heads = [...leading.heads, ...following.heads];
  const isHttpPost = token.word === 'post' && source === 'name' && isHttpMethod(words, at, context);
  const verbClass = findPhrasalVerb(verb.lemma, after[0]) ?? (isHttpPost ? 'create' : verb.verbClass);
  return {
    verb: isHttpPost ? 'create' : verb.lemma,
    verbClass: refineVerb(verb.lemma, verbClass, { object, heads, complements: following.complements }),
    source,
    span: { pointer, part: 'value', start: token.start, end: token.end, quote: name.slice(token.start, token.end) },
    object,
    heads,
    complements: following.complements,
    phrase: phraseOf([...before, ...after]),
    certain: joined || isCertain(words, at, verb),
  };
}

function withoutPrefix(words: Word[], context: NameContext): Word[] {
  let from = words.findIndex((word) => word.word === 'controller') + 1;
  if (from >= words.length) from = 0;
  while (from < words.length - 1) {
    const { word } = words[from] as Word;
    const isPrefix = context.prefixes.has(word) || (context.nameWords.has(word) && findVerb(word) === undefined);
    if (!isPrefix) break;
    from += 1;
  }
  return words.slice(from);
}

/** The index of the word that is the verb of the phrase: a word at the head that is no noun, else the plainest later. */
function pickVerb(words: readonly Word[], context: NameContext): number | undefined {
  const head = headOf(words);
  const last = words.length - 1;
  const verbAt = (at: number) =>
    isCompound(words, at) || isGoverned(words, at, head) ? undefined : readVerb(words[at]?.word, at === head);
  const first = verbAt(head);
  const find = (holds: (lemma: string) => boolean) => {
    const holdsAt = (at: number) => at > head && holds(verbAt(at)?.lemma ?? '');
    return holdsAt(last) ? last : words.findIndex((_, at) => holdsAt(at));
  };
  const plain = find((lemma) => lemma !== '' && !ambiguous.has(lemma));
  if (first !== undefined) {
    if (!nounLike.has(first.lemma) || (lookingAhead.has(first.lemma) && words.length > 2)) return head;
    if (isHttpMethod(words, head, context)) return plain > 0 ? plain : head;
    if (plain === last) return last;
    if (['list', 'search', 'query'].includes(first.lemma)) return head;
  }
  if (plain > 0) return plain;
  const verbal = find((lemma) => lemma !== '' && (!nounLike.has(lemma) || ['list', 'search', 'query'].includes(lemma)));
  if (verbal > 0) return verbal;
  if (first !== undefined) return head;
  const any = find((lemma) => lemma !== '');
  return any < 0 ? undefined : any;
}

/** `preview_order_create` shows what creating would do. */
const lookingAhead = new Set(['preview', 'estimate']);

function headOf(words: readonly Word[]): number {
  let head = 0;
  while (head < words.length - 1 && modifiers.has((words[head] as Word).word)) head += 1;
  return head;
}

/** `post_v1_users`: a method that stands before a path. */
function isHttpMethod(words: readonly Word[], head: number, context: NameContext): boolean {
  const isMethod = ['post', 'put', 'patch'].includes((words[head] as Word).word);
  return isMethod && (context.speaksHttp || /^v\d/.test(words[head + 1]?.word ?? ''));
}

/** Verbs after `and` or `or`: `list_and_delete`. */
function joinedVerbs(words: readonly Word[], first: number): number[] {
  return words.flatMap((token, at) => {
    const joint = words[at - 1]?.word ?? '';
    const isJoined = ['and', 'or', 'then'].includes(joint) || (joint === 'read' && token.word === 'write');
    const verb = readVerb(token.word);
    return isJoined && at > first && verb !== undefined && !nounLike.has(verb.lemma) ? [at] : [];
  });
}

/** Certain is what stands at the head and is no noun, or is plain; not the title of a text such as a guide. */
function isCertain(words: readonly Word[], at: number, verb: VerbEntry): boolean {
  const last = words.at(-1)?.word ?? '';
  const reads = readers.has(verb.verbClass);
  const gap = verb.verbClass === 'pay' || verb.verbClass === 'place' ? 1 : 2;
  if (at < words.length - gap && tellingEnds.has(last)) return reads || verb.verbClass === 'delete';
  if (!ambiguous.has(verb.lemma)) return true;
  if (at !== headOf(words)) return false;
  if (verb.verbClass === 'interact') return handled.has(words[at + 1]?.word ?? '');
  if (verb.lemma === 'patch' || verb.lemma === 'put') return words.length > 1;
  if (verb.lemma === 'sign') return signed.has(last);
  return !nounLike.has(verb.lemma) || (reads && words.length > 1);
}

/** What only a hand acts on: `press_key`, `click_element`. */
const handled = new Set(split('key keys button element enter at on coordinates xy text'));
const signed = new Set(split('message messages transaction transactions tx txs data typeddata payload document hash'));

const prepositions = new Set(split('on of in from by with at about'));

/** `vote_on_poll`: what a preposition governs is a noun. */
function isGoverned(words: readonly Word[], at: number, head: number): boolean {
  return at - 1 > head - 1 && at > head && prepositions.has(words[at - 1]?.word ?? '');
}

/** "Pull request" and "merge request" are nouns. */
function isCompound(words: readonly Word[], at: number): boolean {
  return ['pull', 'merge'].includes(words[at]?.word ?? '') && /^requests?$/.test(words[at + 1]?.word ?? '');
}

/** Participles describe, and a plural noun is no verb: `get_running_jobs`, `npmVersions`, `list_grants`. */
function readVerb(word: string | undefined, isHead = false): VerbEntry | undefined {
  const verb = word === undefined ? undefined : findVerb(word);
  if (verb === undefined || verb.form === 'ing') return undefined;
  return verb.form === 's' && (!isHead || ambiguous.has(verb.lemma)) ? undefined : verb;
}
