import type { EvidenceSpan } from './evidence.ts';

/** The words of docs/taxonomy.md, each list in order of severity where it has one, mildest first. */
export const effects = ['read', 'create', 'update', 'delete', 'execute', 'send', 'pay', 'administer'] as const;
export const exposures = ['secrets', 'private', 'untrusted', 'outbound', 'unbounded'] as const;
export const categories = ['Read', 'Write', 'Execute'] as const;
export const riskLevels = ['low', 'medium', 'high', 'critical'] as const;
export const confidences = ['low', 'medium', 'high'] as const;
export const parameterRoles = [
  'path',
  'url',
  'host',
  'command',
  'code',
  'sql',
  'amount',
  'recipient',
  'branch',
  'force',
  'batch-size',
] as const;

export type Effect = (typeof effects)[number];
export type Exposure = (typeof exposures)[number];
export type Category = (typeof categories)[number];
export type RiskLevel = (typeof riskLevels)[number];
export type Confidence = (typeof confidences)[number];
export type ParameterRole = (typeof parameterRoles)[number];

/** One rule's statement about the tool, with the words of the definition that show it. */
export interface Finding {
  /** Id of the rule, also the name of its page; `model <name>` where a model said it. */
  rule: string;
  effects: Effect[];
  exposure: Exposure[];
  /** A plain sentence about this tool, for example "Deletes a database: the name says `drop`." */
  statement: string;
  /** At least one span; every span holds in the definition. */
  evidence: EvidenceSpan[];
}

/** One value of an `action`-like enum, judged by itself. */
export interface Operation {
  parameter: string;
  value: string;
  effects: Effect[];
  category: Category;
  risk: RiskLevel;
}

/** A parameter that a policy can rule on. `pointer` is the JSON Pointer of its schema in the definition. */
export interface ParameterFinding {
  pointer: string;
  role: ParameterRole;
}

/** A declared hint that the findings do not bear out. */
export interface Contradiction {
  hint: 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';
  declared: boolean;
  severity: 'dangerous' | 'noise';
  statement: string;
  evidence: EvidenceSpan[];
}

/** Text that tries to steer or to hide. Says nothing about what the tool can do and never changes its risk. */
export interface Suspicion {
  kind: string;
  statement: string;
  evidence: EvidenceSpan[];
}

/** The judgement of one definition. */
export interface Classification {
  category: Category;
  risk: RiskLevel;
  destructive: boolean;
  financial: boolean;
  /** In the order of `effects`, without repeats. */
  effects: Effect[];
  /** In the order of `exposures`, without repeats. */
  exposure: Exposure[];
  /** `assumed`: no evidence either way, so the cautious class is taken and shown as such. */
  basis: 'rules' | 'model' | 'assumed';
  confidence: Confidence;
  /** The class rests on a restriction that the author states and nobody checked; policies ignore it. */
  restsOnClaim: boolean;
  rationale: string;
  /** The spans that the rationale rests on. */
  evidence: EvidenceSpan[];
  findings: Finding[];
  operations: Operation[];
  parameters: ParameterFinding[];
  contradictions: Contradiction[];
  suspicions: Suspicion[];
  /** Version of the rules that judged: changes whenever a judgement could. */
  ruleset: string;
}

export const labels = ['Financial', 'Destructive', 'Execute', 'Write', 'Read'] as const;
export type Label = (typeof labels)[number];

/** The familiar five-way label: the most severe of the flags, else the category. */
export function fiveWayLabel(judged: Pick<Classification, 'category' | 'destructive' | 'financial'>): Label {
  if (judged.financial) return 'Financial';
  if (judged.destructive) return 'Destructive';
  return judged.category;
}
