import type { ToolContext } from '../../domain/tool.ts';
import { findVerb, nounLike } from '../lexicon/verbs.ts';
import { readNameWords } from './read-words.ts';

/** What the server's name and its other tools say about the place that a tool acts in. */
export interface ServerReading {
  /** First words that stand before the verb in most tools of the server, for example `gitlab`. */
  prefixes: ReadonlySet<string>;
  /** Words of the server's name. */
  nameWords: ReadonlySet<string>;
  topics: ReadonlySet<Topic>;
  /** Whether sibling names start with several HTTP methods, as generated from an OpenAPI document. */
  speaksHttp: boolean;
  /** Whether sibling tools create, change or delete things: what the server reads is then somebody's. */
  keepsState: boolean;
}

export type Topic = 'browser' | 'shell' | 'database' | 'wallet' | 'device' | 'files' | 'debugger';

const topicWords: Record<Topic, ReadonlySet<string>> = {
  browser: new Set(
    'browser playwright puppeteer selenium chrome webdriver stagehand browserbase chromium firefox devtools'.split(' '),
  ),
  shell: new Set('shell terminal bash cli ssh powershell cmd winterm iterm'.split(' ')),
  database: new Set(
    'sql postgres postgresql mysql sqlite mariadb neo4j cypher arangodb duckdb clickhouse snowflake bigquery oracle mssql sqlserver db database d1 neon supabase redshift databricks'.split(
      ' ',
    ),
  ),
  wallet: new Set(
    'wallet evm solana ethereum ethers bitcoin defi uniswap swap erc20 token exchange trading trade alpaca binance bybit ccxt broker bnb starknet onchain'.split(
      ' ',
    ),
  ),
  device: new Set(
    'macos windows android ios adb mobile appium gameboy desktop computer keyboard mouse emulator robot home simulator'.split(
      ' ',
    ),
  ),
  files: new Set('filesystem file files'.split(' ')),
  debugger: new Set('gdb debugger lldb windbg pwndbg'.split(' ')),
};

const acting = new Set(['create', 'update', 'delete', 'remove', 'add', 'edit', 'send', 'modify', 'insert']);
const memo = new WeakMap<readonly string[], ServerReading>();

/** Reads the context once per sibling list. */
export function readServer(context: ToolContext): ServerReading {
  const known = memo.get(context.siblings);
  if (known) return known;
  const names = context.siblings.map((sibling) => readNameWords(sibling).map((token) => token.word));
  const nameWords = new Set(readNameWords(context.server).map((token) => token.word));
  const counts = new Map<string, number>();
  for (const words of names) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const topics = (Object.keys(topicWords) as Topic[]).filter((topic) => {
    const inName = [...nameWords].some((word) => topicWords[topic].has(word));
    const inSiblings = [...topicWords[topic]].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    return inName || (names.length >= 4 && inSiblings * 3 >= names.length);
  });
  const reading: ServerReading = {
    prefixes: sharedPrefixes(names),
    nameWords,
    topics: new Set(topics),
    speaksHttp:
      ['post', 'get', 'put', 'patch', 'delete'].filter((method) => names.some((words) => words[0] === method)).length >
        1 && names.some((words) => words[0] === 'post'),
    keepsState: names.some((words) => words.some((word) => acting.has(findVerb(word)?.lemma ?? ''))),
  };
  memo.set(context.siblings, reading);
  return reading;
}

/** Words that start at least half of the names, where there are enough names to tell. */
function sharedPrefixes(names: readonly string[][]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of names) {
    const first = words[0];
    if (first !== undefined && words.length > 1) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const shared = [...counts].filter(([word, count]) => count >= 3 && count * 2 >= names.length && !isPlainVerb(word));
  return new Set(shared.map(([word]) => word));
}

/** `get` and `list` start most names of many servers and are their verbs all the same. */
function isPlainVerb(word: string): boolean {
  const verb = findVerb(word);
  return verb !== undefined && !nounLike.has(verb.lemma);
}
