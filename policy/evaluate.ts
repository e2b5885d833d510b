import type { JsonObject } from '../domain/json.ts';
import type { PolicyDocument, PolicyLimit, ToolRules } from '../domain/policy-document.ts';
import { isHidden, limitsOf, rulesOf } from './read-policy.ts';
import { everyHolds, someHolds } from './test-condition.ts';

export interface ToolCall {
  tool: string;
  arguments: JsonObject;
}

/** What the limits count: calls under the same grant that were allowed. Order does not matter. */
export interface CallHistory {
  nowMs: number;
  allowed: ReadonlyArray<{ tool: string; atMs: number }>;
}

export type Verdict = { allowed: true } | { allowed: false; reason: string };

const windowMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Decides one call by the semantics of docs/policy.md. The caller keeps the history and adds each allowed call to it:
 * there is no clock and no memory here. Without a history, the call is the first.
 */
export function evaluateCall(
  policy: PolicyDocument,
  call: ToolCall,
  history: CallHistory = { nowMs: 0, allowed: [] },
): Verdict {
  if (isHidden(policy, call.tool)) return deny('The policy hides this tool.');
  const rules = rulesOf(policy, call.tool);
  if (!rules && policy.default === 'deny') return deny('The policy does not name this tool.');
  const reason = reasonToDeny(rules ?? {}, call.arguments) ?? exhaustedLimit(policy, call.tool, history);
  return reason === undefined ? { allowed: true } : deny(reason);
}

/** The names that stay in tools/list, in the given order. Blocked tools stay; only `hide` takes one out. */
export function listVisibleTools(policy: PolicyDocument, names: readonly string[]): string[] {
  return names.filter((name) => !isHidden(policy, name));
}

function reasonToDeny(rules: ToolRules, args: JsonObject): string | undefined {
  for (const { conditions, on_deny } of rules.deny_if ?? []) {
    const verdicts = conditions.map((condition) => someHolds(condition, args));
    // What cannot be decided is denied, whatever the clause's other conditions say.
    if (verdicts.includes(undefined) || verdicts.every((holds) => holds)) return on_deny;
  }
  return rules.require?.find(({ conditions }) => !conditions.every((condition) => everyHolds(condition, args)))
    ?.on_deny;
}

function exhaustedLimit(policy: PolicyDocument, tool: string, history: CallHistory): string | undefined {
  const limit = limitsOf(policy, tool).find((each) => countCalls(policy, each, history) >= each.max);
  return limit && `The limit of ${limit.max} in one ${limit.window} is used up (counter ${limit.counter}).`;
}

/** A counter that several tools name is one counter. A clock that was set back does not empty it. */
function countCalls(policy: PolicyDocument, limit: PolicyLimit, { nowMs, allowed }: CallHistory): number {
  const counts = (tool: string) => limitsOf(policy, tool).some(({ counter }) => counter === limit.counter);
  return allowed.filter(({ tool, atMs }) => atMs > nowMs - windowMs[limit.window] && counts(tool)).length;
}

function deny(reason: string): Verdict {
  return { allowed: false, reason };
}
