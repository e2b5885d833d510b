import type { PolicyDocument, PolicyLimit } from '../domain/policy-document.ts';
import { quoteNames } from './quote-names.ts';
import { type ToolEffect, toolEffect } from './tool-effect.ts';

/** One sentence, or two under `all_tools`, on what the policy does to a server's tools: the named ones, then the rest. */
export function describeEffect(policy: PolicyDocument): string {
  if (policy.hide?.includes('*')) return 'Hides every tool of this server: nothing is left usable.';
  const named = [...new Set([...Object.keys(policy.tools ?? {}), ...(policy.hide ?? [])])];
  const overall = policy.all_tools?.limits ?? [];
  const others = toolEffect(policy, null);
  const usable = [others, ...named.map((name) => toolEffect(policy, name))].some(({ kind }) => kind === 'usable');

  const groups = Map.groupBy(named, (name) => describeTool(toolEffect(policy, name), overall.length > 0));
  const parts = [...groups].map(([words, names]) => fillIn(words, names));
  const subject = named.length > 0 ? 'every other tool' : 'every tool';
  parts.push(`${subject} of this server is ${others.kind === 'usable' ? 'allowed' : 'denied'}`);

  const sentence = capitalise(parts.join('; '));
  if (!usable) return `${sentence}, so nothing is left usable.`;
  return overall.length > 0 ? `${sentence}. All calls together: ${formatLimits(overall)}.` : `${sentence}.`;
}

/** With `%` for the tools, so that tools of one effect share one part of the sentence. */
function describeTool(effect: ToolEffect, limitedOverall: boolean): string {
  switch (effect.kind) {
    case 'hidden':
      return 'hides % from the agent';
    case 'blocked':
      return 'denies every call to %';
    case 'unnamed':
      return 'denies %';
    case 'usable': {
      const condition = effect.conditional ? ' where the arguments pass,' : '';
      if (effect.limits.length > 0) return `allows %${condition} ${formatLimits(effect.limits)}`;
      return `allows %${condition}${limitedOverall ? '' : ' without a limit'}`.replace(/,$/, '');
    }
  }
}

function fillIn(words: string, names: readonly string[]): string {
  const each = names.length > 1 && words.includes('at most') ? ' each' : '';
  return words.replace('%', () => quoteNames(names)) + each;
}

function formatLimits(limits: readonly PolicyLimit[]): string {
  const paces = limits.map(({ max, window }) => {
    const times = max === 1 ? 'once' : `${max} times`;
    return `${times} ${window === 'hour' ? 'an hour' : `a ${window}`}`;
  });
  return `at most ${paces.join(' and ')}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
