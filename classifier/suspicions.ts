import type { Suspicion } from '../domain/classification.ts';
import type { ToolDefinition } from '../domain/tool.ts';
import { keepSpans, spanAt } from './find-spans.ts';
import type { Parameter } from './reading/read-schema.ts';
import { suspiciousTexts } from './suspicious-text.ts';

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
    for (const { kind, statement, patterns } of suspiciousTexts) {
      const span = firstMatch(patterns, lower);
      if (!span) continue;
      found.push({ kind, statement, evidence: keepSpans(definition, [spanAt(pointer, text, span.start, span.end)]) });
    }
    if (found.length >= maxSuspicions) break;
  }
  return found.filter((suspicion) => suspicion.evidence.length > 0).slice(0, maxSuspicions);
}

/** Not where the text says that it refuses such a thing. */
function firstMatch(patterns: readonly RegExp[], lower: string): { start: number; end: number } | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(lower);
    if (!match) continue;
    const end = match.index + match[0].length;
    if (!/\b(?:block|reject|refus|prevent|deni|not allowed)/.test(lower.slice(end, end + 60)))
      return { start: match.index, end };
  }
  return undefined;
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
 * ordinary, and so are a byte order mark at the start and the direction marks of a text that runs from right to left.
 */
function findHidden(text: string): number {
  const isRightToLeft = rightToLeft.test(text.slice(0, 10_000));
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x200b) continue;
    const isMark = (code === 0x200e || code === 0x200f) && !isRightToLeft;
    const isHidden =
      isMark || code === 0x200b || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069);
    if (isHidden || (code === 0xfeff && at > 0)) return at;
    if (code === 0xdb40 && text.charCodeAt(at + 1) >= 0xdc00 && !followsFlag(text, at)) return at;
  }
  return -1;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** Tag characters after U+1F3F4 (black flag) spell a region. */
function followsFlag(text: string, at: number): boolean {
  return text.lastIndexOf('\u{1f3f4}', at) >= Math.max(0, at - 14);
}
