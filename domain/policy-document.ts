import { z } from 'zod';

const limitSchema = z.strictObject({
  counter: z.string().min(1),
  window: z.enum(['minute', 'hour', 'day']),
  max: z.int().nonnegative(),
  scope: z.literal('grant'),
});

const operators = ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'exists', 'regex', 'contains'] as const;

const conditionSchema = z.strictObject({
  path: z.string().regex(/^args(\.[^.]+)+$/, 'expected a path such as args.amount'),
  op: z.enum(operators),
  value: z.json(),
});

const clauseSchema = z.strictObject({ conditions: z.array(conditionSchema), on_deny: z.string() });

const toolRulesSchema = z.strictObject({
  deny_if: z.array(clauseSchema).optional(),
  require: z.array(clauseSchema).optional(),
  limits: z.array(limitSchema).optional(),
});

/** The policy document, version "1": what docs/policy.md describes. */
export const policyDocumentSchema = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']),
  hide: z.array(z.string()).optional(),
  all_tools: z.strictObject({ limits: z.array(limitSchema) }).optional(),
  tools: z.record(z.string(), toolRulesSchema).optional(),
});

export type PolicyLimit = z.infer<typeof limitSchema>;
export type PolicyCondition = z.infer<typeof conditionSchema>;
export type PolicyClause = z.infer<typeof clauseSchema>;
export type ToolRules = z.infer<typeof toolRulesSchema>;
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
