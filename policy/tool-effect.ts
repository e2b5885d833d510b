import type { PolicyDocument, PolicyLimit } from '../domain/policy-document.ts';
import { isHidden, rulesOf } from './read-policy.ts';

/** What a policy comes to for one tool. `conditional`: some calls are denied for their arguments. */
export type ToolEffect =
  | { kind: 'hidden' | 'blocked' | 'unnamed' }
  | { kind: 'usable'; limits: PolicyLimit[]; conditional: boolean };

/**
 * The effect of a policy on one tool; with null, on any tool that it does not name.
 * `limits` are the tool's own. Says `blocked` only where no call can pass; clauses that together leave nothing are not
 * worked out and count as `conditional`.
 */
export function toolEffect(policy: PolicyDocument, tool: string | null): ToolEffect {
  if (tool === null ? policy.hide?.includes('*') : isHidden(policy, tool)) return { kind: 'hidden' };
  const rules = tool === null ? undefined : rulesOf(policy, tool);
  if (!rules && policy.default === 'deny') return { kind: 'unnamed' };
  const { deny_if: denials = [], require: requirements = [], limits = [] } = rules ?? {};
  const exhausted = [...limits, ...(policy.all_tools?.limits ?? [])].some(({ max }) => max === 0);
  if (exhausted || denials.some(({ conditions }) => conditions.length === 0)) return { kind: 'blocked' };
  const conditional = denials.length > 0 || requirements.some(({ conditions }) => conditions.length > 0);
  return { kind: 'usable', limits, conditional };
}
