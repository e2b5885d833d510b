import type { PolicyDocument, PolicyLimit, ToolRules } from '../domain/policy-document.ts';

export function isHidden(policy: PolicyDocument, tool: string): boolean {
  return policy.hide?.some((name) => name === '*' || name === tool) ?? false;
}

/** The tool's own rules; undefined where the policy does not name it, whatever objects inherit under that name. */
export function rulesOf(policy: PolicyDocument, tool: string): ToolRules | undefined {
  return policy.tools && Object.hasOwn(policy.tools, tool) ? policy.tools[tool] : undefined;
}

/** All limits that a call of this tool counts against: those over every call, then its own. */
export function limitsOf(policy: PolicyDocument, tool: string): PolicyLimit[] {
  return [...(policy.all_tools?.limits ?? []), ...(rulesOf(policy, tool)?.limits ?? [])];
}
