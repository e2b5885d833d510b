import { isJsonObject } from '../../domain/json.ts';
import { defineRule } from '../define-rule.ts';

export const declaresThatItActs = defineRule({
  id: 'declares-that-it-acts',
  asks: 'Does the author declare that an otherwise unclear tool changes things?',
  implies: { effects: ['update'], exposure: [] },
  circumstance: 'vague',
  fallback: true,
  why: 'A hint is only a claim, but a claim against oneself may settle what nothing else does.',
  rationale: 'Declared to change its environment',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [{ tool: { name: 'blob', annotations: { readOnlyHint: false } } }],
    ignores: [
      { tool: { name: 'get_blob', annotations: { readOnlyHint: false } } },
      { tool: { name: 'blob', annotations: { readOnlyHint: true } } },
    ],
  },
  match: ({ acts, definition }) => {
    const annotations = Object.hasOwn(definition, 'annotations') ? definition.annotations : undefined;
    if (acts.length > 0 || !isJsonObject(annotations)) return undefined;
    if (!Object.hasOwn(annotations, 'readOnlyHint') || annotations.readOnlyHint !== false) return undefined;
    return {
      evidence: [{ pointer: '/annotations/readOnlyHint', part: 'value', start: 0, end: 5, quote: 'false' }],
    };
  },
});
