import type { Classification, Contradiction, Finding } from '../domain/classification.ts';
import type { EvidenceSpan } from '../domain/evidence.ts';
import { isJsonObject } from '../domain/json.ts';
import type { ToolDefinition } from '../domain/tool.ts';

type Judged = Pick<Classification, 'category' | 'destructive' | 'effects' | 'exposure'>;

interface Claim {
  hint: Contradiction['hint'];
  declared: boolean;
  severity: Contradiction['severity'];
  /** Whether the findings speak against the claim. */
  isContradicted: (judged: Judged) => boolean;
  /** The findings that do. */
  against: (finding: Finding) => boolean;
  statement: string;
}

const acts = (finding: Finding) => finding.effects.some((effect) => effect !== 'read');
const claims: readonly Claim[] = [
  {
    hint: 'readOnlyHint',
    declared: true,
    severity: 'dangerous',
    isContradicted: (judged) => judged.category !== 'Read',
    against: acts,
    statement: 'Declared read-only, but it acts.',
  },
  {
    hint: 'destructiveHint',
    declared: false,
    severity: 'dangerous',
    isContradicted: (judged) => judged.destructive,
    against: (finding) => finding.effects.includes('delete') || finding.exposure.includes('unbounded'),
    statement: 'Declared not destructive, but it can destroy data.',
  },
  {
    hint: 'readOnlyHint',
    declared: false,
    severity: 'noise',
    isContradicted: (judged) => judged.category === 'Read' && judged.effects.length > 0,
    against: () => true,
    statement: 'Declared as changing its environment, but nothing in the definition shows a change.',
  },
  {
    hint: 'destructiveHint',
    declared: true,
    severity: 'noise',
    isContradicted: (judged) => !judged.destructive && judged.effects.length > 0,
    against: () => true,
    statement: 'Declared destructive, but nothing in the definition shows that data is lost.',
  },
  {
    hint: 'openWorldHint',
    declared: false,
    severity: 'noise',
    isContradicted: (judged) => judged.exposure.includes('outbound'),
    against: (finding) => finding.exposure.includes('outbound'),
    statement: 'Declared as closed to the outside, but the caller can choose an outside destination.',
  },
  {
    hint: 'idempotentHint',
    declared: true,
    severity: 'noise',
    isContradicted: (judged) => judged.effects.includes('send') || judged.effects.includes('pay'),
    against: (finding) => finding.effects.includes('send') || finding.effects.includes('pay'),
    statement: 'Declared to have no further effect when repeated, but each call sends or pays again.',
  },
];

/** Declared hints that the findings do not bear out, dangerous ones first. */
export function findContradictions(
  definition: ToolDefinition,
  judged: Judged,
  findings: readonly Finding[],
): Contradiction[] {
  const annotations = Object.hasOwn(definition, 'annotations') ? definition.annotations : undefined;
  if (!isJsonObject(annotations)) return [];
  return claims
    .filter((claim) => Object.hasOwn(annotations, claim.hint) && annotations[claim.hint] === claim.declared)
    .filter((claim) => claim.isContradicted(judged))
    .map((claim) => ({
      hint: claim.hint,
      declared: claim.declared,
      severity: claim.severity,
      statement: claim.statement,
      evidence: [hintSpan(claim), ...findings.filter(claim.against).flatMap((finding) => finding.evidence)].slice(0, 4),
    }));
}

function hintSpan({ hint, declared }: Claim): EvidenceSpan {
  const quote = String(declared);
  return { pointer: `/annotations/${hint}`, part: 'value', start: 0, end: quote.length, quote };
}
