import type { CatalogueTool } from '../../domain/catalogue.ts';
import type { Classification } from '../../domain/classification.ts';
import { hashDefinition } from '../../domain/definition-hash.ts';
import { type EvidenceSpan, readSpanText } from '../../domain/evidence.ts';
import { slug } from '../../domain/slug.ts';
import type { ToolDefinition } from '../../domain/tool.ts';

/** A catalogue tool of this definition; what is not given is that of a harmless read. */
export function fixtureTool(definition: ToolDefinition, judged: Partial<Classification> = {}): CatalogueTool {
  return {
    name: definition.name,
    slug: slug(definition.name),
    definition,
    definitionHash: hashDefinition(definition),
    firstSeen: '2026-03-01T09:30:00.000Z',
    lastSeen: '2026-11-02T10:00:00.000Z',
    classification: {
      category: 'Read',
      risk: 'low',
      destructive: false,
      financial: false,
      effects: ['read'],
      exposure: [],
      basis: 'rules',
      confidence: 'high',
      restsOnClaim: false,
      rationale: `Reads only: \`${definition.name}\` returns information.`,
      evidence: [],
      findings: [],
      operations: [],
      parameters: [],
      contradictions: [],
      suspicions: [],
      ruleset: '0123456789abcdef',
      ...judged,
    },
  };
}

/** The span of a quote in a definition. */
export function span(
  definition: ToolDefinition,
  pointer: string,
  quote: string,
  part: EvidenceSpan['part'] = 'value',
): EvidenceSpan {
  const start = readSpanText(definition, pointer, part)?.indexOf(quote) ?? -1;
  if (start < 0) throw new Error(`Expected ${JSON.stringify(quote)} at ${pointer}`);
  return { pointer, part, start, end: start + quote.length, quote };
}
