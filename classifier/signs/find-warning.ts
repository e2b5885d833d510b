import type { EvidenceSpan } from '../../domain/evidence.ts';
import { spanAt } from '../find-spans.ts';
import type { ToolReading } from '../reading/read-tool.ts';

/** What authors write where a call loses something for good; lower case. */
const warnings = [
  'cannot be undone',
  "can't be undone",
  'can not be undone',
  'cannot be reversed',
  'not reversible',
  'irreversible',
  'cannot be recovered',
  'will be lost',
  'is lost',
  'are lost',
  'overwrite existing',
  'overwrite an existing',
  'overwrites existing',
  'overwrites an existing',
  'replaces an existing',
  'replaces existing',
  'will be overwritten',
  'permanently delete',
  'permanently remove',
  'permanently erase',
];

/** The first warning of the description, or of a parameter's, that what was there before is lost. */
export function findWarning(tool: ToolReading): EvidenceSpan | undefined {
  const found = find('/description', tool.description.text);
  if (found) return found;
  for (const parameter of tool.parameters.slice(0, 60)) {
    const span = find(parameter.descriptionPointer, parameter.description.slice(0, 4_000));
    if (span) return span;
  }
  return undefined;
}

function find(pointer: string, text: string): EvidenceSpan | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  for (const phrase of warnings) {
    const at = lower.indexOf(phrase);
    if (at >= 0 && !isQualified(lower, at)) return spanAt(pointer, text, at, at + phrase.length);
  }
  return undefined;
}

/** "Not permanently deleted", "without data loss", "if it deletes": no statement of what the call does. */
function isQualified(lower: string, at: number): boolean {
  const before = lower.slice(Math.max(0, at - 24), at);
  return /\b(?:not|no|never|without|avoid|avoids|prevent|prevents|if|unless|non|instead of|whether|nothing)\b[^.]*$/.test(
    before,
  );
}
