import { does, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';

/** Whether the act brings a key, token, password or wallet into being. */
export function makesSecret(act: Act): boolean {
  if (!does(act, 'create') && !verbIs(act, 'generate rotate regenerate reset')) return false;
  return (
    isKey(act.object) || isCredential(act.object) || act.heads.includes('wallet') || act.object.includes('mnemonic')
  );
}

/** A key that opens something, by its company: a key of a data record is none. */
export function isKey(words: readonly string[]): boolean {
  const company = [
    'api',
    'ssh',
    'gpg',
    'access',
    'deploy',
    'private',
    'secret',
    'encryption',
    'signing',
    'provisioning',
    'security',
    'license',
  ];
  return words.some(
    (word, at) => /^keys?$/.test(word) && words.some((other, place) => place < at && company.includes(other)),
  );
}

function isCredential(words: readonly string[]): boolean {
  const plain = [
    'jwt',
    'mnemonic',
    'password',
    'credential',
    'credentials',
    'pat',
    'keypair',
    'apikey',
    'smime',
    'secret',
    'dsn',
  ];
  if (words.some((word) => plain.includes(word))) return true;
  const company = [
    'access',
    'auth',
    'deploy',
    'api',
    'personal',
    'impersonation',
    'authentication',
    'bearer',
    'registration',
    'reg',
  ];
  return words.some((word) => /^tokens?$/.test(word)) && words.some((word) => company.includes(word));
}

const secretNames = new Set([
  'secret',
  'password',
  'passwd',
  'mnemonic',
  'privatekey',
  'secretkey',
  'apikey',
  'accesstoken',
  'refreshtoken',
  'clientsecret',
  'seedphrase',
  'secretaccesskey',
  'signingsecret',
]);

/** Whether the words of a field's name are those of a secret's value: `client_secret`, `apiKey`, not `secret_count`. */
export function isSecretName(words: readonly string[]): boolean {
  const [last = ''] = words.slice(-1);
  return (
    secretNames.has(words.join('')) ||
    secretNames.has(words.slice(-2).join('')) ||
    (secretNames.has(last) && last !== 'mnemonic')
  );
}
