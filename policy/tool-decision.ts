import type { PolicyLimit, ToolRules } from '../domain/policy-document.ts';

/** What a policy does with one tool: take it out of the list, or give it rules. */
export type ToolDecision = 'hide' | ToolRules;

/** Denies every call, and says why. The tool stays in the list. */
export function block(reason: string): ToolRules {
  return { deny_if: [{ conditions: [], on_deny: reason }] };
}

/** Allows up to `max` calls in the window, counted for this tool alone. */
export function cap(tool: string, max: number, window: PolicyLimit['window']): ToolRules {
  return { limits: [{ counter: `${tool}_rate`, window, max, scope: 'grant' }] };
}
