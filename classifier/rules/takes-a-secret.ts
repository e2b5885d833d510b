import { defineRule } from '../define-rule.ts';
import { findActs, parameterSpan } from '../find-acts.ts';
import type { Parameter } from '../reading/read-schema.ts';

export const takesASecret = defineRule({
  id: 'takes-a-secret',
  asks: 'Does a call take a private key, password or other secret as an argument?',
  implies: { effects: [], exposure: ['secrets'] },
  why: 'An argument passes through the agent, its log and its model: the secret is then in all three.',
  rationale: 'Takes a secret as an argument',
  references: ['https://cwe.mitre.org/data/definitions/522.html'],
  examples: {
    flags: [
      { tool: { name: 'sign', inputSchema: { type: 'object', properties: { private_key: { type: 'string' } } } } },
      { tool: { name: 'login', inputSchema: { type: 'object', properties: { password: { type: 'string' } } } } },
    ],
    ignores: [
      { tool: { name: 'get', inputSchema: { type: 'object', properties: { key: { type: 'string' } } } } },
      { tool: { name: 'next', inputSchema: { type: 'object', properties: { next_token: { type: 'string' } } } } },
    ],
  },
  match: (tool) => {
    const found = tool.parameters.filter((each) => each.freeText && isSecret(each));
    if (found.length > 0) return { evidence: found.slice(0, 3).map(parameterSpan) };
    return findActs(tool, (act) => isPrivateKey(act.complements.from) || isPrivateKey(act.complements.with));
  },
});

function isSecret(parameter: Parameter): boolean {
  const name = parameter.words.map((word) => word.word).join('_');
  return /^(.*_)?(private_key|privatekey|mnemonic|seed_phrase|password|passphrase|api_key|apikey|api_token|access_token|accesstoken|secret_key|client_secret|clientsecret|refresh_token|auth_token|api_secret|bearer_token|pkcs12|private_key_path)$/.test(
    name,
  );
}

function isPrivateKey(words: readonly string[] | undefined): boolean {
  return words !== undefined && ((words.includes('private') && words.includes('key')) || words.includes('mnemonic'));
}
