import { createHmac } from 'node:crypto';

/** A made-up value for something that a server insists on. */
export interface Placeholder {
  /** The variable or argument that it stands for. */
  name: string;
  value: string;
  /** Shaped like a credential and different in every crawl, so that its return is a sign. */
  isSecret: boolean;
  /** The first characters of a secret that nobody else's would have; a server may print only these. */
  fingerprint: string;
}

/** A file of the sandbox's home that exists for those who ask for one. */
export const placeholderFile = { path: 'placeholder.json', inside: '/home/assay/placeholder.json', content: '{}\n' };

type Alphabet = 'hex' | 'letters' | 'capitals' | 'digits';
const alphabets: Record<Alphabet, string> = {
  hex: '0123456789abcdef',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  capitals: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  digits: '123456789',
};

/** Credentials as their providers write them: name, prefix, then this many characters of an alphabet. */
const secrets: ReadonlyArray<[RegExp, string, number, Alphabet]> = [
  [/AWS_ACCESS_KEY_ID$/, 'AKIA', 16, 'capitals'],
  [/GITHUB|^GH_/, 'ghp_', 36, 'letters'],
  [/GITLAB/, 'glpat-', 20, 'letters'],
  [/STRIPE/, 'sk_test_', 24, 'letters'],
  [/TWILIO.*API_KEY$/, 'SK', 32, 'hex'],
  [/ANTHROPIC/, 'sk-ant-api03-', 48, 'letters'],
  [/OPENAI|OPENROUTER|DEEPSEEK/, 'sk-', 48, 'letters'],
  [/SLACK.*APP/, 'xapp-1-', 40, 'letters'],
  [/SLACK/, 'xoxb-', 48, 'letters'],
  [/NOTION/, 'ntn_', 46, 'letters'],
  [/SENTRY/, 'sntryu_', 64, 'hex'],
  [/SUPABASE/, 'sbp_', 40, 'hex'],
  [/HUBSPOT|PRIVATE_APP_ACCESS/, 'pat-na1-', 36, 'hex'],
  [/AIRTABLE/, 'pat', 60, 'letters'],
  [/SHOPIFY/, 'shpat_', 32, 'hex'],
  [/FIGMA/, 'figd_', 40, 'letters'],
  [/LINEAR/, 'lin_api_', 40, 'letters'],
  [/HUGGING|^HF_/, 'hf_', 34, 'letters'],
  [/FIRECRAWL/, 'fc-', 32, 'hex'],
  [/TAVILY/, 'tvly-', 32, 'letters'],
  [/SENDGRID/, 'SG.', 60, 'letters'],
  [/GOOGLE|GEMINI/, 'AIza', 35, 'letters'],
  [/APIFY/, 'apify_api_', 36, 'letters'],
  [/TELEGRAM/, '123456789:AA', 33, 'letters'],
  [/PRIVATE_?KEY/, '0x', 64, 'hex'],
  [
    /KEY|TOKEN|SECRET|PASS(?:WORD|WD|PHRASE|CODE)?(?:_|$)|(?:^|_)(?:PAT|PWD|PW|AUTH|CREDENTIALS?|COOKIE|SESSION)(?:_|$)/,
    '',
    40,
    'letters',
  ],
];

/** Everything that is no secret, first match wins. */
const shapes: ReadonlyArray<[RegExp, string]> = [
  [/MNEMONIC|SEED_?PHRASE/, 'test test test test test test test test test test test junk'],
  [
    /(?:^|_)(?:FILE|KUBECONFIG|CREDENTIALS_PATH|JSON_PATH|CONFIG_PATH)$|_FILE_PATH$|GOOGLE_APPLICATION_CREDENTIALS/,
    placeholderFile.inside,
  ],
  [/(?:PATH|DIR|DIRECTORY|DIRECTORIES|FOLDER|ROOT|WORKSPACE|VAULT)S?$/, '/tmp'],
  [/MONGO/, 'mongodb://placeholder:placeholder@localhost:27017/placeholder'],
  [/REDIS/, 'redis://localhost:6379'],
  [/(?:MYSQL|MARIADB).*(?:URL|URI|DSN|STRING)$/, 'mysql://placeholder:placeholder@localhost:3306/placeholder'],
  [
    /CONNECTION_?(?:STRING|URL|URI)|DSN$|(?:DATABASE|DB|POSTGRES\w*|PG)_(?:URL|URI)$/,
    'postgresql://placeholder:placeholder@localhost:5432/placeholder',
  ],
  [/E?MAIL(?:_ADDRESS)?$/, 'placeholder@example.com'],
  [/(?:URLS?|URI|ENDPOINT|WEBHOOK|ORIGIN|API_BASE|ISSUER)$/, 'https://assay-placeholder.example.com'],
  [/(?:UUID|GUID|TENANT_ID|CLIENT_ID|SUBSCRIPTION_ID)$/, '00000000-0000-4000-8000-000000000000'],
  [/SLACK_TEAM_ID/, 'T0123456789'],
  [/ACCOUNT_SID$/, `AC${'0'.repeat(32)}`],
  [/(?:^|_)PORT$/, '3000'],
  [/(?:HOST|HOSTNAME|SERVER|ADDRESS)$/, 'localhost'],
  [/DOMAIN$/, 'assay-placeholder.example.com'],
  [/REGION|LOCATION$/, 'us-east-1'],
  [/TRANSPORT(?:_TYPE|_MODE)?$/, 'stdio'],
  [/LOG_?LEVEL$/, 'info'],
  [/(?:^|_)JSON$/, '{}'],
  [/^(?:DEBUG|ENABLE|USE|ALLOW|IS|DISABLE)_|(?:ENABLED|DISABLED|READ_?ONLY|VERIFY|STRICT)$/, 'true'],
  [/(?:TIMEOUT|LIMIT|COUNT|SIZE|INTERVAL|_MS|SECONDS|VERSION|NUMBER)$|^MAX_/, '10'],
  [/_IDS?$/, '12345678'],
  [/.*/, 'placeholder'],
];

/**
 * A value whose shape fits the name, so that a check of shapes passes. Secrets derive from `seed`, which is to be
 * random for each crawl.
 */
export function placeholderFor(name: string, seed: string): Placeholder {
  const key = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  const isPlace = /(?:PATH|DIR|FILE|URL|URI|ENDPOINT|HOST|(?:^|_)PORT|EMAIL|APPLICATION_CREDENTIALS)$/.test(key);
  const secret = isPlace
    ? undefined
    : secrets.find(([pattern], index) => pattern.test(key) && soundsSecret(key, index));
  if (!secret) return plain(name, shapes.find(([pattern]) => pattern.test(key))?.[1] ?? 'placeholder');
  const [, prefix, length, alphabet] = secret;
  const value = prefix + derive(`${seed}/${key}`, length, alphabets[alphabet]);
  return { name, value, isSecret: true, fingerprint: value.slice(0, prefix.length + 8) };
}

/** A provider's name alone makes no secret: `GITHUB_OWNER` is none. */
function soundsSecret(key: string, index: number): boolean {
  return index === secrets.length - 1 || (secrets.at(-1)?.[0].test(key) ?? false);
}

function plain(name: string, value: string): Placeholder {
  return { name, value, isSecret: false, fingerprint: value };
}

function derive(seed: string, length: number, alphabet: string): string {
  let text = '';
  for (let block = 0; text.length < length; block++) {
    for (const byte of createHmac('sha256', seed).update(String(block)).digest())
      text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}
