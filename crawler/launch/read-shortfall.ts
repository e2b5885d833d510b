import type { ListingAttempt } from '../list-tools.ts';

/** The three parts of a server's own words that it left out tools, each somewhere in one line. */
const parts = [
  /\b(?:fail(?:ed|ure|ing)?|unable|could not|couldn't|cannot|error)\b/i,
  /\b(?:register|load|import|initiali[sz])/i,
  /\b(?:tools?|toolsets?|primitives?)\b/i,
];

/** Why a list is not whole, in one sentence; null where nothing says so. The attempt's stderr is to be redacted. */
export function readShortfall(attempt: ListingAttempt): string | null {
  const rejected = attempt.listing?.rejected ?? [];
  if (rejected.length > 0) {
    const name = rejected[0]?.name ?? 'one without a name';
    return `${rejected.length} of its tools could not be read; the first is ${name}: ${rejected[0]?.reason}`;
  }
  if (attempt.partial) return attempt.partial;
  const lines = attempt.stderr.split('\n').filter(saysSo);
  return lines[0]
    ? `It says that tools are left out (${lines.length} such lines): ${lines[0].trim().slice(0, 300)}`
    : null;
}

/** All three parts within one sentence, and none of them about a success: `Error Diagnosis tool registered`. */
function saysSo(line: string): boolean {
  if (/\bsuccess/i.test(line)) return false;
  return line.split(/[.;!]\s/).some((sentence) => parts.every((part) => part.test(sentence)));
}
