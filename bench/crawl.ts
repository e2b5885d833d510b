import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { crawlServers } from '../crawler/crawl-servers.ts';
import { clientEnvironment } from '../crawler/install/client-environment.ts';
import { defaultLimits } from '../crawler/limits.ts';
import { isListed } from '../domain/crawl-outcome.ts';
import { UsageError } from '../domain/errors.ts';
import { createCommand, parseCommand, wholeNumber } from '../scripts/lib/command.ts';
import { plainTable } from '../scripts/lib/plain-table.ts';
import { runMain } from '../scripts/lib/run-main.ts';
import { readSettings } from '../scripts/lib/settings.ts';
import { listWithNpx } from './list-with-npx.ts';

const command = createCommand(
  'bench:crawl',
  'Times the crawler beside the naive way, `npx -y <name>@<version>` one after another: cold, with empty caches, and ' +
    'warm, with every package installed and every server really started. Both begin in a new temporary folder.',
)
  .option('--servers <file>', 'a JSON list of {package, version}', join(import.meta.dirname, 'servers.json'))
  .option('--limit <n>', 'only the first n of them', wholeNumber('--limit', 1))
  .option('--concurrency <n>', 'servers at once on our side', wholeNumber('--concurrency', 1))
  .option('--verbose', 'a line for each server')
  .option('--unsafe-npx', 'yes, run these packages and their install scripts with all my rights, as npx does');

/** npx installs within this time too. */
const npxTimeoutMs = 180_000;

/** What one way made of one server. */
interface Timing {
  tools: number | null;
  seconds: number;
}

/** One way over several servers, by package. `seconds` is the wall clock from the first start to the last end. */
interface Pass {
  servers: Map<string, Timing>;
  seconds: number;
}

const serversSchema = z.array(z.object({ package: z.string(), version: z.string() })).nonempty();
type Server = z.infer<typeof serversSchema>[number];

await runMain(async (signal) => {
  const options = parseCommand(command).opts();
  if (!options.unsafeNpx) {
    throw new UsageError(
      'Expected --unsafe-npx: the naive way runs strangers’ packages and their install scripts on this machine without ' +
        'a sandbox, with all your rights. Use it in a container that you can throw away.',
    );
  }
  const servers = (await readServers(options.servers)).slice(0, options.limit);
  const { environment } = readSettings();
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  const context = { folder, environment: clientEnvironment(environment), concurrency: options.concurrency, signal };
  try {
    // Ours is not spared the servers that only the naive way lists.
    const naiveCold = await passWithNpx(servers, context);
    const ourCold = await passWithAssay(listedOnly(servers, naiveCold), context);
    const both = listedOnly(servers, ourCold);
    const naiveWarm = await passWithNpx(both, context);
    const ourWarm = await passWithAssay(both, context);
    signal.throwIfAborted();

    if (options.verbose) console.log(`${formatServers(servers, [naiveCold, ourCold, naiveWarm, ourWarm])}\n`);
    console.log(
      `${servers.length} servers; npx lists ${listedOnly(servers, naiveCold).length}, both list ${both.length}.`,
    );
    console.log(formatPasses(both, { naiveCold, ourCold, naiveWarm, ourWarm }));
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function readServers(file: string): Promise<Server[]> {
  try {
    return serversSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new UsageError(`Expected --servers to be a JSON list of {package, version}; got ${file}: ${String(cause)}`, {
      cause,
    });
  }
}

interface Context {
  folder: string;
  environment: Readonly<Record<string, string | undefined>>;
  concurrency: number | undefined;
  signal: AbortSignal;
}

async function passWithNpx(servers: readonly Server[], { folder, environment, signal }: Context): Promise<Pass> {
  const timings = new Map<string, Timing>();
  const begun = performance.now();
  for (const server of servers) {
    signal.throwIfAborted();
    const home = await mkdtemp(join(folder, 'home-'));
    const cache = join(folder, 'naive-cache');
    const { package: name, version } = server;
    const timing = await listWithNpx({ name, version, home, cache, environment, timeoutMs: npxTimeoutMs, signal });
    timings.set(name, timing);
    report('npx', server, timing);
  }
  return { servers: timings, seconds: secondsSince(begun) };
}

async function passWithAssay(servers: readonly Server[], context: Context): Promise<Pass> {
  const byReference = new Map(servers.map((server) => [`npm:${server.package}@${server.version}`, server]));
  const timings = new Map<string, Timing>();
  const begun = performance.now();
  const answers = crawlServers([...byReference.keys()], {
    dataDir: join(context.folder, 'data'),
    environment: { ...context.environment, npm_config_cache: join(context.folder, 'cache') },
    limits: defaultLimits,
    allowLocal: false,
    allowNoSandbox: false,
    concurrency: context.concurrency,
    signal: context.signal,
  });
  for await (const answer of answers) {
    if (answer.kind === 'unchanged') continue;
    const { reference, outcome, listing, seconds } = answer.result;
    const server = byReference.get(reference) as Server;
    const timing = { tools: isListed(outcome) ? (listing?.tools.length ?? 0) : null, seconds };
    timings.set(server.package, timing);
    report('assay', server, timing);
  }
  return { servers: timings, seconds: secondsSince(begun) };
}

function report(way: string, server: Server, { tools, seconds }: Timing): void {
  const came = tools === null ? 'not listed' : `${tools} tools`;
  console.error(`${way}: ${server.package}@${server.version}: ${came}, ${seconds.toFixed(1)} s`);
}

function listedOnly(servers: readonly Server[], pass: Pass): Server[] {
  return servers.filter((server) => (pass.servers.get(server.package)?.tools ?? null) !== null);
}

function formatServers(servers: readonly Server[], passes: readonly Pass[]): string {
  const cell = (timing: Timing | undefined) =>
    timing === undefined ? '' : timing.tools === null ? 'not listed' : `${timing.seconds.toFixed(1)} s`;
  const rows = servers.map((server) => [
    server.package,
    ...passes.map((pass) => cell(pass.servers.get(server.package))),
  ]);
  return plainTable(['server', 'npx cold', 'assay cold', 'npx warm', 'assay warm'], rows);
}

function formatPasses(
  both: readonly Server[],
  passes: Record<'naiveCold' | 'ourCold' | 'naiveWarm' | 'ourWarm', Pass>,
): string {
  const row = (title: string, naive: Pass, ours: Pass) => {
    // npx goes one after another: its time over those that both list is a sum.
    const naiveSeconds = both.reduce((sum, server) => sum + (naive.servers.get(server.package)?.seconds ?? 0), 0);
    const figures = [naiveSeconds, ours.seconds, naiveSeconds / both.length, ours.seconds / both.length];
    const perMinute = [naiveSeconds, ours.seconds].map((seconds) => ((60 * both.length) / seconds).toFixed(1));
    return [title, ...figures.map((each) => each.toFixed(2)), ...perMinute, (ours.seconds / naiveSeconds).toFixed(2)];
  };
  return plainTable(
    ['', 'npx s', 'assay s', 'npx s/server', 'assay s/server', 'npx servers/min', 'assay servers/min', 'ratio'],
    [row('cold', passes.naiveCold, passes.ourCold), row('warm', passes.naiveWarm, passes.ourWarm)],
  );
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}
