import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unknownFacts } from '../sources/source.ts';
import { smallLimits } from '../testing/fixture-request.ts';
import { needAnySandbox } from '../testing/need-any-sandbox.ts';
import { climbLadder, type LadderResult } from './ladder.ts';
import type { HintedVariable, LaunchHints } from './launch-hints.ts';
import { inside, type Launchable } from './launchable.ts';

const folder = fileURLToPath(new URL('../testing', import.meta.url));

function launchable(server: string, readme = ''): Launchable {
  const node = `${inside.node}/bin/node`;
  return {
    command: node,
    arguments: [`${inside.package}/launch-servers/${server}.mjs`],
    environment: {},
    mounts: [
      { source: folder, target: inside.package },
      { source: realpathSync(process.execPath), target: node },
    ],
    runtime: 'Node',
    facts: unknownFacts,
    name: '@fixtures/server',
    program: server,
    readme,
  };
}

async function climb(
  t: TestContext,
  server: string,
  readme?: string,
  more: { package?: Partial<Launchable>; hints?: LaunchHints } = {},
): Promise<LadderResult | null> {
  const sandbox = await needAnySandbox(t);
  const options = { limits: smallLimits, seed: 'seed', hints: more.hints };
  return sandbox && climbLadder({ ...launchable(server, readme), ...more.package }, { sandbox, ...options });
}

function hints(environment: Array<Partial<HintedVariable> & { name: string }>, words: string[] = []): LaunchHints {
  const unsaid = { isRequired: true, isSecret: false, default: null, choices: [] };
  return { environment: environment.map((each) => ({ ...unsaid, ...each })), arguments: words };
}

const rungsOf = ({ attempts }: LadderResult) => attempts.map(({ rung, outcome }) => `${rung}: ${outcome}`);

test('variables are given one after the other, as the errors ask for them', async (t) => {
  const result = await climb(t, 'asks-twice');
  if (!result) return;
  assert.deepEqual(rungsOf(result), [
    'nothing: needs-environment',
    'environment-from-error: needs-environment',
    'environment-from-error: listed',
  ]);
  assert.deepEqual(result.recipe, {
    rung: 'environment-from-error',
    arguments: [],
    environmentNames: ['API_TOKEN', 'API_URL'],
  });
  assert.equal(result.stderrTail, 'ready with ‹value of API_TOKEN›');
  assert.match(result.attempts[1]?.reason ?? '', /API_URL/);
});

test('a server that asks for ever is given up after a few turns', async (t) => {
  const result = await climb(t, 'insists-for-ever');
  if (!result) return;
  assert.equal(result.outcome, 'needs-environment');
  assert.equal(result.listing, null);
  assert.ok(result.attempts.length <= 6);
});

test('a directory is given to a server whose usage asks for one', async (t) => {
  const result = await climb(t, 'wants-directory');
  if (!result) return;
  assert.deepEqual(rungsOf(result), ['nothing: needs-arguments', 'arguments-from-error: listed']);
  assert.deepEqual(result.recipe?.arguments, ['/tmp']);
});

test('what only the README says is tried last', async (t) => {
  const config = {
    mcpServers: {
      mine: { command: 'npx', args: ['-y', '@fixtures/server', '--mode=local'], env: { REGION_OF_MINE: 'eu' } },
    },
  };
  const result = await climb(t, 'wants-readme', `\`\`\`json\n${JSON.stringify(config)}\n\`\`\``);
  if (!result) return;
  assert.deepEqual(rungsOf(result), ['nothing: broken', 'readme-config: listed']);
  assert.deepEqual(result.recipe?.environmentNames, ['REGION_OF_MINE']);
});

test('what a registry says of a start is tried second, without its optional variables', async (t) => {
  const given = hints([
    { name: 'REGION_OF_MINE', choices: ['eu'] },
    { name: 'COLOUR_OF_MINE', isRequired: false, default: 'red' },
  ]);
  const result = await climb(t, 'wants-readme', '', { hints: { ...given, arguments: ['--mode=local'] } });
  if (!result) return;
  assert.deepEqual(rungsOf(result), [
    'nothing: broken',
    'environment-from-hints: broken',
    'environment-from-hints: listed',
  ]);
  assert.deepEqual(result.recipe?.environmentNames, ['REGION_OF_MINE']);
});

test('a file of the package and a recipe are tried where nothing else says anything', async (t) => {
  const configs = [hints([{ name: 'REGION_OF_MINE' }], ['--mode=local'])];
  const byConfig = await climb(t, 'wants-readme', '', { package: { configs } });
  const recipe = { package: 'npm:x', why: '', arguments: ['--mode=local'], environment: ['REGION_OF_MINE'] };
  const byRecipe = await climb(t, 'wants-readme', '', { package: { recipe } });
  if (!byConfig || !byRecipe) return;
  assert.deepEqual(rungsOf(byConfig).slice(-1), ['package-config: listed']);
  assert.deepEqual(rungsOf(byRecipe), ['nothing: broken', 'recipe: listed']);
});

test('a list that is another one when it is asked for again is said to vary, and hosts it names are kept', async (t) => {
  const result = await climb(t, 'changes-its-mind');
  if (!result) return;
  assert.match(result.reason, /definition-varies\): swap\.$/);
  assert.deepEqual(result.listing?.observed?.triedHosts, ['telemetry.example.com']);
});

test('a list without tools is the result only where no other way gets one with tools', async (t) => {
  const config = { mcpServers: { mine: { command: 'npx', args: ['-y', '@fixtures/server'], env: { SITE_URL: 'x' } } } };
  const alone = await climb(t, 'offers-to-configured');
  const configured = await climb(t, 'offers-to-configured', `\`\`\`json\n${JSON.stringify(config)}\n\`\`\``);
  if (!alone || !configured) return;
  assert.deepEqual(rungsOf(alone), ['nothing: listed']);
  assert.deepEqual(alone.listing?.tools, []);
  assert.deepEqual(rungsOf(configured), ['nothing: listed', 'readme-config: listed']);
  assert.equal(configured.listing?.tools.length, 1);
});

test('a well-known file of the home is made up for a server that misses it', async (t) => {
  const result = await climb(t, 'wants-kubeconfig');
  if (!result) return;
  assert.deepEqual(rungsOf(result), ['nothing: needs-file', 'file-from-error: listed']);
  assert.deepEqual(result.recipe?.homeFiles, ['.kube/config']);
});

test('a key that a server prints is in nothing that leaves the crawler', async (t) => {
  const result = await climb(t, 'prints-its-key');
  if (!result) return;
  assert.equal(result.outcome, 'listed');
  assert.match(result.reason, /print the value of PRIVATE_KEY/);
  assert.doesNotMatch(JSON.stringify(result), /0x[0-9a-f]{8}/);
  assert.match(JSON.stringify(result.listing), /"default":"‹value of PRIVATE_KEY›"/);
});

test('a list from which the server says that tools are missing is a part', async (t) => {
  const result = await climb(t, 'leaves-out-group');
  if (!result) return;
  assert.equal(result.outcome, 'listed-partly');
  assert.match(result.reason, /Policy tools disabled/);
  assert.equal(result.listing?.tools.length, 1);
});

test('a server that fetches at its start is told apart from a broken one', async (t) => {
  assert.equal((await climb(t, 'needs-network'))?.outcome ?? 'network-at-start', 'network-at-start');
});

test('a server sees nothing of the host that started it', async (t) => {
  const result = await climb(t, 'tells-surroundings');
  if (!result) return;
  const text = JSON.stringify(result.listing);
  for (const own of [folder, process.cwd(), userInfo().homedir, realpathSync(process.execPath)]) {
    assert.ok(!text.includes(own), own);
  }
  assert.ok(!text.includes(`"${hostname()}"`));
});

test('an interrupted ladder says so and tries nothing more', async (t) => {
  const sandbox = await needAnySandbox(t);
  if (!sandbox) return;
  const given = { sandbox, limits: smallLimits, seed: 'seed', signal: AbortSignal.abort() };
  const result = await climbLadder(launchable('asks-twice'), given);
  assert.equal(result.outcome, 'interrupted');
  assert.equal(result.attempts.length, 1);
});
