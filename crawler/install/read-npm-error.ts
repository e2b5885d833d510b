import { z } from 'zod';
import type { CrawlOutcome } from '../../domain/crawl-outcome.ts';
import type { ClientAnswer } from './run-client.ts';

export interface ClientFailure {
  outcome: CrawlOutcome;
  /** One sentence. */
  reason: string;
}

const answerSchema = z.object({
  error: z.object({ code: z.string().catch(''), summary: z.string().catch(''), detail: z.string().catch('') }),
});

const unreachable =
  /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ERR_SOCKET_TIMEOUT|EPROTO|ENOTCACHED|E5\d\d|E429|E401|E403|.*CERT.*|.*ISSUER.*|.*SELF_SIGNED.*)$/;
const foreign = /^EALLOW(GIT|REMOTE|FILE|DIRECTORY)$/;

/** What npm's own error says about a package, told apart by npm's codes. `name` is the package that was asked for. */
export function readNpmError(answer: ClientAnswer, name: string): ClientFailure {
  if (answer.ending === 'interrupted') return { outcome: 'interrupted', reason: 'The crawl was interrupted.' };
  if (answer.ending === 'not-started') return { outcome: 'install-failed', reason: 'npm could not be started.' };
  if (answer.ending === 'timed-out') return { outcome: 'install-failed', reason: 'npm did not finish in time.' };
  const { code, summary, detail } = readError(answer);
  const about = firstSentence(summary || detail || answer.stderr);
  if (code === 'E404') {
    const missing = missingPackage(`${summary}\n${detail}`);
    if (missing && missing !== name) {
      return { outcome: 'dependency-missing', reason: `Its dependency ${missing} is not in the registry.` };
    }
    return { outcome: 'not-found', reason: `The registry has no ${name}: ${about}` };
  }
  if (code === 'ETARGET' && summary.includes(` ${name}@`)) {
    return { outcome: 'not-found', reason: `The registry has no such version: ${about}` };
  }
  if (code === 'ETARGET')
    return { outcome: 'dependency-missing', reason: `A dependency has no such version: ${about}` };
  if (foreign.test(code)) {
    const dependency = /"([^"]{1,200})"/.exec(detail)?.[1];
    return { outcome: 'refused', reason: `A dependency comes from outside the registry: ${dependency ?? about}` };
  }
  if (/git error|\/bin\/false/i.test(`${summary} ${detail}`)) {
    return { outcome: 'refused', reason: 'A dependency comes from a git repository.' };
  }
  if (unreachable.test(code)) return { outcome: 'unreachable', reason: `The registry did not answer: ${about}` };
  return { outcome: 'install-failed', reason: `npm ended with ${code || `status ${answer.code}`}: ${about}` };
}

function readError(answer: ClientAnswer): z.infer<typeof answerSchema>['error'] {
  try {
    return answerSchema.parse(JSON.parse(answer.stdout)).error;
  } catch {
    return {
      code: /^npm (?:error|ERR!) code (\S+)/m.exec(answer.stderr)?.[1] ?? '',
      summary: '',
      detail: answer.stderr,
    };
  }
}

/** The package that a 404 is about: `'name@range' could not be found`. */
function missingPackage(text: string): string | undefined {
  return /'(@?[^@'\s]+)@[^']*'/.exec(text)?.[1];
}

/** The registry's address is the user's own business: it is left out of what the catalogue may show. */
function firstSentence(text: string): string {
  const line = text
    .split('\n')
    .map((each) => each.replace(/^npm (error|ERR!|warn) ?(code \S+|4\d\d)?/i, '').trim())
    .find(Boolean);
  return (line ?? 'no message').replace(/https?:\/\/[^\s'"]+/g, 'its address').slice(0, 300);
}
