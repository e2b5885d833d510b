import { UsageError } from '../../domain/errors.ts';
import { labelWithoutClaim } from '../base-rules.ts';
import type { JudgedTool } from '../judged-tool.ts';
import { quoteNames } from '../quote-names.ts';
import type { ServerPreset } from '../server-presets.ts';

/** A settings file for another program, with what the reader must know before using it. */
export interface PolicyExport {
  file: string;
  content: string;
  notes: string[];
}

type Permission = 'allow' | 'ask' | 'deny';
const strictness: readonly Permission[] = ['allow', 'ask', 'deny'];

/** Under these an allow rule can only mean this server: nothing that Claude Code would rewrite, no second `__`. */
const plainAlias = /^[A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*$/;
const plainTool = /^[A-Za-z0-9-]+(?:_[A-Za-z0-9-]+)*_?$/;
/** The longest tool name that every version takes: https://github.com/anthropics/claude-code/issues/2412 (2025-06). */
const maxRuleLength = 64;

/**
 * Permission rules for Claude Code, one for each tool: `mcp__<server>__<tool>`, deny before ask before allow
 * (https://code.claude.com/docs/en/permissions). Throws a UsageError for an alias that could stand for two servers.
 *
 * Claude Code turns characters other than letters, digits, `_` and `-` into `_` (reported for 2026-08 in
 * https://github.com/joshuaswarren/remnic/issues/2705), and up to 2.1.298 an allow rule for server `a` also reached
 * one called `a__b` (https://dev.to/gabrielanhaia/an-allow-rule-for-mcp-server-a-also-matched-ab-how-claude-codes-names-collided-2cm8).
 * So a tool whose name does not pass unchanged and alone is never allowed without a question.
 */
export function exportClaudeCode(
  serverAlias: string,
  tools: readonly JudgedTool[],
  preset: ServerPreset = 'recommended',
): PolicyExport {
  if (!plainAlias.test(serverAlias)) {
    throw new UsageError(
      `Expected a server name of letters, digits, - and single _; got ${JSON.stringify(serverAlias)}. Give the server such a name in .mcp.json.`,
    );
  }
  const rules = new Map<string, Permission>();
  const doubtful: string[] = [];
  for (const tool of tools) {
    const rule = `mcp__${serverAlias}__${tool.name.replace(/[^A-Za-z0-9_-]/g, '_')}`;
    const plain = plainTool.test(tool.name) && rule.length <= maxRuleLength;
    if (!plain) doubtful.push(tool.name);
    const permission = stricter(permissionFor(tool, preset), plain ? 'allow' : 'ask');
    rules.set(rule, stricter(permission, rules.get(rule) ?? 'allow'));
  }
  const listed = (wanted: Permission) => [...rules].filter(([, given]) => given === wanted).map(([rule]) => rule);
  const permissions = { allow: listed('allow'), ask: listed('ask'), deny: listed('deny') };
  return {
    file: '.claude/settings.json',
    content: `${JSON.stringify({ permissions }, null, 2)}\n`,
    notes: [...standingNotes(serverAlias), ...doubtfulNotes(doubtful)],
  };
}

/**
 * Claude Code can do what a policy document cannot, ask a person, and cannot count calls. So what the policy caps is
 * asked about, what it hides or blocks is denied, and only a read without secrets runs unasked.
 * As recommended, a read that rests on a claim is asked about: a person sees the query before it runs.
 */
function permissionFor(tool: JudgedTool, preset: ServerPreset): Permission {
  const label = labelWithoutClaim(tool);
  if (tool.basis !== 'assumed' && label === 'Read' && !tool.exposure.includes('secrets')) return 'allow';
  if (preset === 'everything-capped') return 'ask';
  if (tool.basis === 'assumed' || label === 'Financial' || tool.destructive) return 'deny';
  return preset === 'read-only' && label !== 'Read' ? 'deny' : 'ask';
}

function stricter(a: Permission, b: Permission): Permission {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}

function standingNotes(alias: string): string[] {
  return [
    `The server must be called ${alias} in Claude Code: the rules name it, and match nothing under another name.`,
    'Put this in .claude/settings.json of a project to share it, or in .claude/settings.local.json or ~/.claude/settings.json for yourself; lists in several files add up, and deny comes before ask, ask before allow.',
    'Claude Code does not count calls: where the recommended policy.json caps a tool, Claude Code asks before each call.',
    'A tool that the server adds later is in none of the lists; Claude Code then asks, unless its permission mode says otherwise.',
  ];
}

function doubtfulNotes(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `Claude Code may know ${quoteNames(names)} by another name than the server gives, or by one that another server can share: nothing of that kind is allowed here without a question. Check the names with /permissions.`,
  ];
}
