import type { PolicyDocument, ToolRules } from '../domain/policy-document.ts';
import { baseRules } from './base-rules.ts';
import type { JudgedTool } from './judged-tool.ts';
import { presetRules, type ServerPreset } from './server-presets.ts';
import { block, type ToolDecision } from './tool-decision.ts';

/** The policy that a tool's own page shows: this tool by its class, every other tool of the server denied. */
export function recommendToolPolicy(tool: JudgedTool): PolicyDocument {
  return assemblePolicy([[tool.name, baseRules(tool)]]);
}

/** The policy for all tools of a server. Names every tool, so that a tool which appears later is denied. */
export function recommendServerPolicy(tools: readonly JudgedTool[], preset: ServerPreset): PolicyDocument {
  return assemblePolicy(tools.map((tool) => [tool.name, presetRules(tool, preset)]));
}

/** Of two tools by one name, which a faulty list may hold, the rules of both apply. */
function assemblePolicy(decisions: ReadonlyArray<[string, ToolDecision]>): PolicyDocument {
  const hidden = new Set<string>();
  const rules = new Map<string, ToolRules>();
  for (const [name, decision] of decisions) {
    if (decision !== 'hide') rules.set(name, joinRules(rules.get(name), decision));
    // Under `hide` a star means every tool, so the tool of that name is blocked instead.
    else if (name === '*') rules.set(name, joinRules(rules.get(name), block('This tool can destroy data.')));
    else hidden.add(name);
  }
  for (const name of hidden) rules.delete(name);
  return {
    version: '1',
    default: 'deny',
    ...(hidden.size > 0 && { hide: [...hidden] }),
    // fromEntries defines properties, so a tool called `__proto__` becomes a key like any other.
    ...(rules.size > 0 && { tools: Object.fromEntries(rules) }),
  };
}

function joinRules(first: ToolRules = {}, second: ToolRules): ToolRules {
  const denials = [...(first.deny_if ?? []), ...(second.deny_if ?? [])];
  const limits = [...(first.limits ?? []), ...(second.limits ?? [])];
  return { ...(denials.length > 0 && { deny_if: denials }), ...(limits.length > 0 && { limits }) };
}
