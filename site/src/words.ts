import type { Effect, Exposure, ParameterRole, RiskLevel } from '../../domain/classification.ts';
import type { Source } from '../../domain/server.ts';

/** What each word of the taxonomy means, short enough for a table cell. The full wording stands in docs/taxonomy.md. */
export const effectMeanings: Readonly<Record<Effect, string>> = {
  read: 'returns information or computes',
  create: 'makes a new record, file or resource',
  update: 'changes what is there',
  delete: 'removes, or overwrites what cannot be got back',
  execute: 'runs code, commands, queries, jobs or sessions, or starts and stops things',
  send: 'makes something reach other people or outside systems',
  pay: 'moves money or commits to pay',
  administer: 'changes who may do what, or what is protected',
};

export const exposureMeanings: Readonly<Record<Exposure, string>> = {
  secrets: 'returns, makes or takes credentials',
  private: 'returns data that is not public',
  untrusted: 'returns text that strangers can write',
  outbound: 'lets the caller choose an outside destination',
  unbounded: 'takes free code, commands, queries or paths',
};

export const riskMeanings: Readonly<Record<RiskLevel, string>> = {
  low: 'A wrong call costs nothing beyond tokens.',
  medium: 'The same server can undo it, or private or outside text reaches the agent.',
  high: 'Hard to undo, or it reaches other people and systems, changes access or shows secrets.',
  critical: 'Money, free code or commands, or the loss of a container of things without recovery.',
};

/** Why a parameter of this role is worth a rule. */
export const roleReasons: Readonly<Record<ParameterRole, string>> = {
  path: 'names a file or folder; a free path reaches outside the folder that was meant',
  url: 'names an address to fetch or call; it can lead into a private network',
  host: 'names a machine; it can lead into a private network',
  command: 'runs as a command',
  code: 'runs as code',
  sql: 'runs as a query; it can change or delete data',
  amount: 'sets an amount of money or value',
  recipient: 'chooses who receives it',
  branch: 'names a branch; a protected one can be overwritten',
  force: 'overrides a safeguard',
  'batch-size': 'sets how much one call touches',
};

/** What a reader has to know of a server by where it comes from; empty where there is nothing to say. */
export const sourceWarnings: Readonly<Record<Source, string>> = {
  npm: '',
  pypi: '',
  remote: '',
  private:
    'Private: somebody’s own server, or one that was asked with somebody’s own values. Do not publish this page.',
  supplied:
    'Supplied: this list was handed in as a file. No server was asked for it, so nothing says that one lists it.',
};
