import { fiveWayLabel, type Label } from '../domain/classification.ts';
import type { JudgedTool } from './judged-tool.ts';
import { block, cap, type ToolDecision } from './tool-decision.ts';

/** The recommended decision for one tool by its class. See docs/policy.md, "Recommended base". */
export function baseRules(tool: JudgedTool): ToolDecision {
  if (tool.basis === 'assumed') return block('The definition does not show what this tool does.');
  switch (labelWithoutClaim(tool)) {
    case 'Financial':
      return block('This tool moves money.');
    case 'Destructive':
      return 'hide';
    case 'Execute':
      return cap(tool.name, 10, 'minute');
    case 'Write':
      return cap(tool.name, 30, 'minute');
    case 'Read':
      return tool.exposure.includes('secrets') ? capSecretRead(tool.name) : {};
  }
}

/**
 * Ten secrets an hour. A cap cannot save the first secret, but one is what a person's task needs and a whole vault is
 * what a hijacked session wants; a cap by the minute would give that vault away within the hour.
 */
export function capSecretRead(tool: string): ToolDecision {
  return cap(tool, 10, 'hour');
}

/**
 * The label with an unchecked restriction taken away. The judgement does not say which class the claim hides; where
 * taxonomy.md lets a claim count it holds back a modifying query or a loss for good, so the tool is taken for one
 * that can destroy. See docs/taxonomy.md, "Claims".
 */
export function labelWithoutClaim(tool: JudgedTool): Label {
  return fiveWayLabel({ ...tool, destructive: tool.destructive || tool.restsOnClaim });
}
