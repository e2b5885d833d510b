import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeholderFor } from './placeholder.ts';

const rows: Array<[string, RegExp, boolean]> = [
  ['GITHUB_PERSONAL_ACCESS_TOKEN', /^ghp_[A-Za-z0-9]{36}$/, true],
  ['GITHUB_OWNER', /^placeholder$/, false],
  ['SLACK_BOT_TOKEN', /^xoxb-/, true],
  ['SLACK_TEAM_ID', /^T\d{10}$/, false],
  ['AWS_ACCESS_KEY_ID', /^AKIA[A-Z2-7]{16}$/, true],
  ['AWS_SECRET_ACCESS_KEY', /^[A-Za-z0-9]{40}$/, true],
  ['AWS_REGION', /^us-east-1$/, false],
  ['PRIVATE_KEY', /^0x[0-9a-f]{64}$/, true],
  ['STRIPE_SECRET_KEY', /^sk_test_/, true],
  ['SOME_API_KEY', /^[A-Za-z0-9]{40}$/, true],
  ['DB_PASSWORD', /^[A-Za-z0-9]{40}$/, true],
  ['--api-key', /^[A-Za-z0-9]{40}$/, true],
  ['TOKEN_FILE', /\.json$/, false],
  ['GOOGLE_APPLICATION_CREDENTIALS', /\.json$/, false],
  ['KUBECONFIG', /\.json$/, false],
  ['MONGODB_URI', /^mongodb:\/\//, false],
  ['DATABASE_URL', /^postgresql:\/\//, false],
  ['MYSQL_DSN', /^mysql:\/\//, false],
  ['REDIS_URL', /^redis:\/\//, false],
  ['API_BASE_URL', /^https:\/\//, false],
  ['TOKEN_ENDPOINT', /^https:\/\//, false],
  ['USER_EMAIL', /^[^@]+@[^@]+$/, false],
  ['TENANT_ID', /^[0-9a-f]{8}-[0-9a-f]{4}-4/, false],
  ['PORT', /^\d+$/, false],
  ['DB_HOST', /^localhost$/, false],
  ['ALLOWED_DIRECTORIES', /^\/tmp$/, false],
  ['path', /^\/tmp$/, false],
  ['MCP_TRANSPORT', /^stdio$/, false],
  ['READ_ONLY', /^true$/, false],
  ['MAX_RETRIES', /^10$/, false],
  ['WHATEVER', /^placeholder$/, false],
];

for (const [name, shape, isSecret] of rows) {
  test(`the placeholder for ${name} has the shape ${shape}`, () => {
    const placeholder = placeholderFor(name, 'seed');
    assert.match(placeholder.value, shape);
    assert.equal(placeholder.isSecret, isSecret);
  });
}

test('a secret is the same within a crawl and another in the next', () => {
  assert.deepEqual(placeholderFor('X_TOKEN', 'one'), placeholderFor('X_TOKEN', 'one'));
  assert.notEqual(placeholderFor('X_TOKEN', 'one').value, placeholderFor('X_TOKEN', 'two').value);
});

test("a secret's fingerprint is not its provider's prefix alone", () => {
  assert.notEqual(placeholderFor('GITHUB_TOKEN', 'one').fingerprint, placeholderFor('GITHUB_TOKEN', 'two').fingerprint);
});

test('any name has a placeholder that can stand in an environment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => assert.match(placeholderFor(name, 's').value, /^[ -~]+$/)),
  );
});
