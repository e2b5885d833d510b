import type { EvidenceSpan } from '../../domain/evidence.ts';
import { spanAt } from '../find-spans.ts';
import type { ToolReading } from '../reading/read-tool.ts';

/** How modification is prevented, in the words that authors use for it. Lower case, whole phrases. */
const mechanisms = [
  'only select',
  'select only',
  'only allows select',
  'only supports select',
  'only select, ',
  'select queries only',
  'select statements only',
  'must be a select',
  'must start with select',
  'only read-only queries are',
  'read-only transaction',
  'read only transaction',
  'readonly transaction',
  'rejects any',
  'rejects non-select',
  'rejects write',
  'are rejected',
  'is rejected',
  'are blocked',
  'are not allowed',
  'not permitted',
  'will be rejected',
];

/** The first phrase of the description, or of a parameter's, that says how a query is kept from modifying. */
export function findRestriction(tool: ToolReading): EvidenceSpan | undefined {
  const texts = [
    { pointer: '/description', text: tool.description.text },
    ...tool.parameters.slice(0, 40).map((each) => ({ pointer: each.descriptionPointer, text: each.description })),
  ];
  for (const { pointer, text } of texts) {
    const lower = text.slice(0, 65_536).toLowerCase();
    if (lower.length !== Math.min(text.length, 65_536)) continue;
    for (const phrase of mechanisms) {
      const at = lower.indexOf(phrase);
      if (at >= 0) return spanAt(pointer, text, at, at + phrase.length);
    }
  }
  return undefined;
}
