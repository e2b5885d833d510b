import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import { isKey, makesSecret } from '../signs/secrets.ts';

export const changesAccess = defineRule({
  id: 'changes-access',
  asks: 'Does a call change who may do what, or what is protected?',
  implies: { effects: ['administer'], exposure: [] },
  why: 'A right that is given away stays given after the call, and whoever has it can do more than this tool does.',
  rationale: 'Changes access through {object}',
  references: ['https://owasp.org/Top10/A01_2021-Broken_Access_Control/'],
  examples: {
    flags: [
      { tool: { name: 'create_role', description: 'Create a role.' } },
      { tool: { name: 'invite_user', description: 'Invites a user.' } },
      { tool: { name: 'delete_api_key', description: 'Delete an API key.' } },
      { tool: { name: 'update_firewall_rule' } },
    ],
    ignores: [
      { tool: { name: 'list_roles', description: 'Lists the roles.' } },
      { tool: { name: 'update_user_story', description: 'Update a user story.' } },
      { tool: { name: 'create_group_chart', description: 'Create a chart of a group.' } },
    ],
  },
  match: (tool) =>
    findActs(tool, (act) => (does(act, 'administer') && !isSession(act)) || (isChange(act) && concernsAccess(act))),
});

function isChange(act: Act): boolean {
  return (
    does(act, 'create', 'update', 'delete', 'clear', 'detach', 'manage') ||
    verbIs(act, 'share rotate') ||
    makesSecret(act)
  );
}

function concernsAccess(act: Act): boolean {
  if (verbIs(act, 'share')) return concerns(act, 'person') || act.complements.with !== undefined;
  return (
    (concerns(act, 'access') && !isTokenOfValue(act)) || isKey(act.object) || targetsPerson(act) || isRule(act.object)
  );
}

/** Users and members, but not what belongs to them: a user story is no user. */
function targetsPerson(act: Act): boolean {
  const head = act.heads.some((word) =>
    [
      'user',
      'users',
      'member',
      'members',
      'admin',
      'admins',
      'administrator',
      'collaborator',
      'collaborators',
      'serviceaccount',
    ].includes(word),
  );
  return (
    head &&
    !verbIs(act, 'insert') &&
    !act.object.includes('set') &&
    !act.complements.from?.includes('set') &&
    !act.complements.to?.includes('set')
  );
}

function isRule(words: readonly string[]): boolean {
  const company = [
    'firewall',
    'policy',
    'access',
    'protection',
    'security',
    'sandbox',
    'inspection',
    'dlp',
    'ips',
    'waf',
    'ssl',
    'acl',
    'protected',
    'control',
  ];
  return words.some((word) => /^rules?$/.test(word)) && words.some((word) => company.includes(word));
}

/** Coins and language tokens carry the same name as access tokens. */
function isTokenOfValue(act: Act): boolean {
  const only = act.object.filter((word) => /^tokens?$/.test(word)).length > 0;
  const access = [
    'access',
    'api',
    'auth',
    'deploy',
    'refresh',
    'personal',
    'impersonation',
    'bearer',
    'jwt',
    'session',
    'registration',
    'reg',
    'oauth',
    'service',
    'client',
    'webhook',
    'embed',
  ];
  return only && !act.object.some((word) => access.includes(word)) && !verbIs(act, 'revoke rotate');
}

function isSession(act: Act): boolean {
  return (
    verbIs(act, 'login logout authenticate signin signup timeout') ||
    (verbIs(act, 'allow permit restrict') &&
      !targets(act, 'person') &&
      !concerns(act, 'access') &&
      act.source !== 'name')
  );
}
