import { z } from 'zod';
import { isJsonObject } from './json.ts';

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const pathSchema = z.string().regex(/^args(\.[^.]+)+$/, 'expected a path such as args.amount');

/** Each operator with the only kind of value that it can be given: a condition that could never hold is refused. */
const conditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ path: pathSchema, op: z.enum(['eq', 'neq']), value: scalarSchema }),
  z.strictObject({ path: pathSchema, op: z.enum(['lt', 'lte', 'gt', 'gte']), value: z.number() }),
  z.strictObject({ path: pathSchema, op: z.enum(['in', 'not_in']), value: z.array(scalarSchema) }),
  z.strictObject({ path: pathSchema, op: z.literal('exists'), value: z.boolean() }),
  z.strictObject({ path: pathSchema, op: z.literal('regex'), value: z.string().max(1_000) }),
  z.strictObject({ path: pathSchema, op: z.literal('contains'), value: z.string() }),
]);

const limitSchema = z.strictObject({
  counter: z.string().min(1),
  window: z.enum(['minute', 'hour', 'day']),
  max: z.int().nonnegative(),
  scope: z.literal('grant'),
});

const clauseSchema = z.strictObject({ conditions: z.array(conditionSchema), on_deny: z.string() });

const toolRulesSchema = z.strictObject({
  deny_if: z.array(clauseSchema).optional(),
  require: z.array(clauseSchema).optional(),
  limits: z.array(limitSchema).optional(),
});

/**
 * Tool names to their rules. Not `z.record`, which drops the key `__proto__` without a word (zod 4.6): a server may
 * call a tool that, and losing its rules would change what the policy allows.
 */
const toolsSchema = z
  .custom<Record<string, unknown>>(isJsonObject, 'expected an object')
  .transform((given, context) => {
    const rules: Array<[string, ToolRules]> = [];
    for (const [name, value] of Object.entries(given)) {
      const parsed = toolRulesSchema.safeParse(value);
      if (parsed.success) rules.push([name, parsed.data]);
      else for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [name, ...issue.path] });
    }
    return Object.fromEntries(rules);
  });

/** The policy document, version "1": what docs/policy.md describes. */
export const policyDocumentSchema = z.strictObject({
  version: z.literal('1'),
  default: z.enum(['allow', 'deny']),
  hide: z.array(z.string()).optional(),
  all_tools: z.strictObject({ limits: z.array(limitSchema) }).optional(),
  tools: toolsSchema.optional(),
});

export type PolicyLimit = z.infer<typeof limitSchema>;
export type PolicyCondition = z.infer<typeof conditionSchema>;
export type ToolRules = z.infer<typeof toolRulesSchema>;
export type PolicyDocument = z.infer<typeof policyDocumentSchema>;
