import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { ListingAttempt } from '../list-tools.ts';
import { readArgumentCandidates } from './required-arguments.ts';
import { readRequiredVariables } from './required-variables.ts';
import { readTriedHosts } from './tried-hosts.ts';

export interface Failure {
  outcome: CrawlOutcome;
  /** One sentence. */
  reason: string;
}

type Signs = ReadonlyArray<[CrawlOutcome, RegExp, (match: RegExpExecArray) => string]>;

/** What an installation lacks: nothing that we could give at the start would help. */
const installationSigns: Signs = [
  [
    'native-build-missing',
    /Cannot find module '[^'\n]*\.node'|Could not locate the bindings file|No native build was found|invalid ELF header|NODE_MODULE_VERSION \d+|version `GLIBC(?:XX)?_[\d.]+' not found|was compiled against a different Node\.js version/,
    () => 'A native part of it was not built, because installation scripts do not run here.',
  ],
  [
    'dependency-drift',
    /ERR_PACKAGE_PATH_NOT_EXPORTED|does not provide an export named '?([\w$]{1,60})|cannot import name '([\w.]{1,60})'/,
    (match) => `A dependency has changed: ${match[1] ?? match[2] ?? 'a path that it uses'} is no longer exported.`,
  ],
  [
    'dependency-drift',
    /'\/opt\/package\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/[^'\n]{1,300}' imported from \/opt\/package\/node_modules\/(?!\1\/)/,
    (match) => `A dependency has changed: ${match[1]} no longer has a file that it uses.`,
  ],
  [
    'dependency-missing',
    /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[A-Za-z][\w.-]*(?:\/[\w./-]+)?)'|No module named '([\w.]{1,80})'/,
    (match) => `It needs ${match[1] ?? match[2]}, which it does not declare or which was not installed.`,
  ],
  [
    'dependency-missing',
    /env: [‘'"]?([\w.-]{1,40})[’'"]?: No such file|spawn ([\w./-]{1,80}) ENOENT|(?:sh|bash): (?:\d+: )?([\w.-]{1,40}): (?:command )?not found/,
    (match) => `It needs the program ${match[1] ?? match[2] ?? match[3]}, which is not there.`,
  ],
];

const startSigns: Signs = [
  [
    'network-at-start',
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|fetch failed|getaddrinfo|[Nn]ame resolution|Name or service not known|[Nn]etwork is unreachable|Max retries exceeded|ConnectError|All connection attempts failed|dial tcp|no such host/,
    (match) => {
      const hosts = readTriedHosts(match.input);
      return `It needs the network when it starts${hosts ? ` (${hosts.join(', ')})` : ''}, and the sandbox has none.`;
    },
  ],
  [
    'needs-file',
    /ENOENT: no such file or directory[^\n]{0,40}'([^'\n]{1,200})'|No such file or directory: '([^'\n]{1,200})'|[Cc]onfig(?:uration)? file (?:not found|does not exist)|defined in (kubeconfig)|stat ([^\s:]{1,200}): no such file/,
    (match) => `It needs a file${naming(match)}.`,
  ],
  [
    'needs-environment',
    /(?:api[ _-]?key|access token|auth token|credentials?|password|environment variables?) (?:is|are|was|were|must|not|required|missing)|(?:missing|no|invalid) (?:api[ _-]?key|access token|auth token|credentials?)/i,
    () => 'It needs credentials, and does not name the variable for them.',
  ],
  ['needs-arguments', /^\s*usage:?\s/im, () => 'It prints its usage and ends.'],
];

/** What an attempt without a list comes to. Looks at stderr, and at the way it ended where stderr says nothing. */
export function readFailure(attempt: ListingAttempt): Failure {
  const { failure, stderr } = attempt;
  if (failure !== 'exited' && failure !== 'timed-out' && failure !== 'protocol-error') {
    return { outcome: failure ?? 'broken', reason: attempt.reason };
  }
  const found =
    firstSign(installationSigns, stderr) ?? readNeeds(stderr) ?? firstSign(startSigns, `${stderr}\n${attempt.reason}`);
  if (found) return found;
  if (failure !== 'exited') return { outcome: failure, reason: attempt.reason };
  return { outcome: 'broken', reason: `It ended with status ${attempt.exitCode ?? 'unknown'}${lastWords(stderr)}.` };
}

function readNeeds(stderr: string): Failure | undefined {
  const variables = readRequiredVariables(stderr);
  if (variables.length > 0) {
    return { outcome: 'needs-environment', reason: `It needs ${variables.join(', ')} in its environment.` };
  }
  const [candidate] = readArgumentCandidates(stderr, '');
  if (!candidate) return undefined;
  const words = candidate.map((word) => (word.startsWith('-') || /^[a-z]+$/.test(word) ? word : '…'));
  return { outcome: 'needs-arguments', reason: `It needs arguments, such as ${words.join(' ')}.` };
}

function firstSign(signs: Signs, stderr: string): Failure | undefined {
  for (const [outcome, pattern, say] of signs) {
    const match = pattern.exec(stderr);
    if (match) return { outcome, reason: say(match) };
  }
  return undefined;
}

function naming(match: RegExpExecArray): string {
  const path = match.slice(1).find(Boolean);
  return path ? `: ${path}` : '';
}

/** The line that says most: the one with the error, else the last. */
function lastWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const said = lines.find((line) => /^(?:\w*Error|error|fatal)\b.*:/i.test(line)) ?? lines.at(-1);
  return said ? `: ${said.slice(0, 200)}` : ' and no word';
}
