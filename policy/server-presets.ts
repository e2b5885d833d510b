import { baseRules, capSecretRead, labelWithoutClaim } from './base-rules.ts';
import type { JudgedTool } from './judged-tool.ts';
import { cap, type ToolDecision } from './tool-decision.ts';

export const serverPresets = ['read-only', 'recommended', 'everything-capped'] as const;
export type ServerPreset = (typeof serverPresets)[number];

/** One sentence each on what a reader gives up with the preset. */
export const presetCosts: Readonly<Record<ServerPreset, string>> = {
  'read-only': 'The agent can look but change nothing: every tool that is not plainly a read is hidden.',
  recommended: 'Tools that destroy are hidden, and tools that move money or that nobody could judge are blocked.',
  'everything-capped':
    'Every tool stays usable, so one call can still destroy data or move money; only the pace is held.',
};

/** What a preset does with one tool. */
export function presetRules(tool: JudgedTool, preset: ServerPreset): ToolDecision {
  if (preset === 'recommended') return baseRules(tool);
  if (preset === 'everything-capped') return capByLabel(tool);
  return labelWithoutClaim(tool) === 'Read' ? baseRules(tool) : 'hide';
}

function capByLabel(tool: JudgedTool): ToolDecision {
  // One such call may be one too many; five an hour leave time to notice.
  if (tool.basis === 'assumed') return cap(tool.name, 5, 'hour');
  switch (labelWithoutClaim(tool)) {
    case 'Financial':
    case 'Destructive':
      return cap(tool.name, 5, 'hour');
    case 'Execute':
      return cap(tool.name, 10, 'minute');
    case 'Write':
      return cap(tool.name, 30, 'minute');
    case 'Read':
      return tool.exposure.includes('secrets') ? capSecretRead(tool.name) : cap(tool.name, 60, 'minute');
  }
}
