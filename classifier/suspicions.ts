import type { Suspicion } from '../domain/classification.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import { keepSpans, spanAt } from './find-spans.ts';
import type { Parameter } from './reading/read-schema.ts';

interface SuspiciousText {
  kind: string;
  statement: string;
  /** Lower case; each is searched as it stands. */
  phrases: readonly string[];
}

/** Only what no honest manual says: "MUST be called first" is ordinary. */
const suspiciousTexts: readonly SuspiciousText[] = [
  {
    kind: 'asks-for-secrecy',
    statement: 'Asks the model to keep something from the user.',
    phrases: [
      'do not tell the user',
      "don't tell the user",
      'do not inform the user',
      'do not mention this to',
      'do not mention to the user',
      "don't mention this to",
      'without telling the user',
      'without informing the user',
      'never tell the user',
      'hide this from the user',
      'keep this secret from',
      'do not reveal this',
      'do not notify the user',
    ],
  },
  {
    kind: 'overrides-instructions',
    statement: 'Tells the model to set aside what it was told before.',
    phrases: [
      'ignore previous instructions',
      'ignore all previous',
      'ignore your instructions',
      'ignore all other instructions',
      'disregard previous instructions',
      'disregard all previous',
      'override your instructions',
      'forget your instructions',
    ],
  },
  {
    kind: 'reaches-for-other-data',
    statement: 'Asks the model to bring along data of the machine or of other tools.',
    phrases: [
      '~/.ssh',
      'id_rsa',
      '.cursor/mcp.json',
      'claude_desktop_config.json',
      'your system prompt',
      'contents of the conversation and pass',
      'entire conversation history',
      'full conversation history',
      '.aws/credentials',
      '/etc/passwd',
    ],
  },
];

const maxLength = 1_000_000;
const maxSuspicions = 20;

/** Text of a definition that tries to hide or to steer. Precise rather than complete. */
export function findSuspicions(definition: ToolDefinition, parameters: readonly Parameter[]): Suspicion[] {
  const found: Suspicion[] = [];
  for (const [pointer, text] of texts(definition, parameters)) {
    const hidden = findHidden(text);
    if (hidden >= 0) {
      const width = (text.codePointAt(hidden) ?? 0) > 0xffff ? 2 : 1;
      found.push({
        kind: 'hidden-characters',
        statement: 'Holds characters that are not shown, which can carry text that a person does not see.',
        evidence: keepSpans(definition, [spanAt(pointer, text, hidden, hidden + width)]),
      });
    }
    const lower = text.toLowerCase();
    if (lower.length !== text.length) continue;
    for (const { kind, statement, phrases } of suspiciousTexts) {
      const phrase = phrases.find((each) => lower.includes(each));
      if (phrase === undefined) continue;
      const at = lower.indexOf(phrase);
      found.push({ kind, statement, evidence: keepSpans(definition, [spanAt(pointer, text, at, at + phrase.length)]) });
    }
    if (found.length >= maxSuspicions) break;
  }
  return found.filter((suspicion) => suspicion.evidence.length > 0).slice(0, maxSuspicions);
}

function texts(definition: ToolDefinition, parameters: readonly Parameter[]): Array<[string, string]> {
  const own = ['name', 'title', 'description'].flatMap((key): Array<[string, string]> => {
    const value = Object.hasOwn(definition, key) ? definition[key] : undefined;
    return typeof value === 'string' ? [[`/${key}`, value.slice(0, maxLength)]] : [];
  });
  return [...own, ...parameters.map((each): [string, string] => [each.descriptionPointer, each.description])];
}

/**
 * The offset of the first character that is not shown, or -1. A joiner between pictographs and the tags of a flag are
 * ordinary, and so is a byte order mark at the start.
 */
function findHidden(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x200b) continue;
    const isHidden = code === 0x200b || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
    if (isHidden || (code === 0xfeff && at > 0)) return at;
    if (code === 0xdb40 && text.charCodeAt(at + 1) >= 0xdc00 && !followsFlag(text, at)) return at;
  }
  return -1;
}

/** Tag characters after U+1F3F4 (black flag) spell a region. */
function followsFlag(text: string, at: number): boolean {
  return text.lastIndexOf('\u{1f3f4}', at) >= Math.max(0, at - 14);
}
