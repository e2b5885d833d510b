import { defineRule } from '../define-rule.ts';
import { does, findActs, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import { isKey, makesSecret } from '../signs/secrets.ts';

export const handsOutASecret = defineRule({
  id: 'hands-out-a-secret',
  asks: 'Does a call make or return a key, token or password?',
  implies: { effects: [], exposure: ['secrets'] },
  why: 'What the agent has seen can be repeated by it, to anyone it talks to.',
  rationale: 'Gives a secret to the agent: {object}',
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  examples: {
    flags: [
      { tool: { name: 'create_api_key', description: 'Create an API key.' } },
      { tool: { name: 'get_secret_value', description: 'Retrieves the value of a secret.' } },
      { tool: { name: 'create_wallet', description: 'Creates a wallet with a mnemonic phrase.' } },
    ],
    ignores: [
      { tool: { name: 'list_api_keys', description: 'Lists the names of API keys.' } },
      { tool: { name: 'delete_api_key', description: 'Delete an API key.' } },
      { tool: { name: 'get_token_price', description: 'Price of a token.' } },
    ],
  },
  match: (tool) => findActs(tool, (act) => makesSecret(act) || returnsSecret(act, tool.nameWords)),
});

/** One secret by its value; a list of secrets is mostly names. */
function returnsSecret(act: Act, nameWords: ReadonlySet<string>): boolean {
  if (!does(act, 'read') || verbIs(act, 'list search count check verify')) return false;
  const isValue = act.object.includes('value') || act.object.includes('private') || act.object.includes('otp');
  const head = act.heads.at(-1) ?? '';
  if (
    act.object.includes('value') &&
    ['secret', 'password', 'token', 'credential'].some((word) => act.object.includes(word))
  )
    return true;
  if (
    ['secret', 'password', 'passwords', 'otp', 'mnemonic', 'seed', 'apikey', 'credentials'].includes(head) &&
    !nameWords.has('list')
  )
    return true;
  return (
    isKey(act.object) &&
    (isValue || ['key', 'keys'].includes(head)) &&
    !act.object.includes('public') &&
    !act.object.includes('ssh') &&
    !act.object.includes('gpg') &&
    !act.object.includes('license')
  );
}
