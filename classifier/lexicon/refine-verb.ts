import { findNominal } from './nominals.ts';
import { type VerbClass, words } from './verbs.ts';

/** What stands around a verb: see `readObject`. */
export interface Surroundings {
  object: readonly string[];
  heads: readonly string[];
  complements: Readonly<Record<string, readonly string[]>>;
}

/** A verb becomes another class beside one of these words, or without any of them. */
interface Refinement {
  verbs: string;
  becomes: VerbClass;
  /** Whether the words are looked for among the head nouns, the whole object, or what "to" and "into" lead on to. */
  within: 'heads' | 'object' | 'target';
  beside?: string;
  without?: string;
}

/** The first row that fits decides. */
const refinements: readonly Refinement[] = [
  { verbs: 'trigger', becomes: 'send', within: 'heads', beside: 'notification message alert email' },
  {
    verbs: 'push',
    becomes: 'send',
    within: 'object',
    beside: `message messages notification notifications alert email sms announcement git repo repository branch branches
      commits remote origin tags image images`,
  },
  { verbs: 'send', becomes: 'send', within: 'object', beside: 'post put patch' },
  { verbs: 'send', becomes: 'read', within: 'heads', beside: 'prompt prompts query question ping' },
  {
    verbs: 'send',
    becomes: 'run',
    within: 'heads',
    beside: 'request requests command commands key keys keystrokes input signal instruction rpc',
  },
  { verbs: 'call', becomes: 'run', within: 'heads', beside: 'function contract method procedure api endpoint tool' },
  {
    verbs: 'test',
    becomes: 'read',
    within: 'object',
    beside: `connection connections connectivity access api apis auth authentication url urls endpoint endpoints credentials token
      tokens key keys server servers indexer indexers proxy rule rules regex expression expressions pattern query
      availability permission permissions login host hosts port ports network config configuration client clients
      database timeout validity significance hypothesis sample html page webpage accessibility string text routing
      resolution account selection search searches compatibility speed health`,
  },
  {
    verbs: 'write send',
    becomes: 'run',
    within: 'target',
    beside: 'terminal shell console process stdin pty tty repl',
  },
  {
    verbs: 'build',
    becomes: 'run',
    within: 'heads',
    beside: 'project workspace scheme solution image images target binary firmware sim simulator device apk ipa',
  },
  {
    verbs: 'pull',
    becomes: 'update',
    within: 'object',
    beside: 'git repo repository branch changes commits remote origin merge image images model models',
  },
  {
    verbs: 'format',
    becomes: 'update',
    within: 'object',
    beside: 'cell cells range table paragraph worksheet column columns row rows slide shape selection disk drive dart',
  },
  { verbs: 'load', becomes: 'start', within: 'object', beside: 'rom game plugin extension firmware cartridge' },
  {
    verbs: 'generate',
    becomes: 'create',
    within: 'heads',
    beside: 'mailbox mailboxes account accounts user users invoice invoices coupon coupons voucher wallet wallets',
  },
  { verbs: 'debug', becomes: 'read', within: 'object', without: 'program session binary process' },
  { verbs: 'print', becomes: 'run', within: 'heads', beside: 'document file stl label job pdf model receipt' },
  { verbs: 'print', becomes: 'read', within: 'heads', without: '' },
  { verbs: 'switch', becomes: 'update', within: 'heads', beside: 'branch branches' },
  {
    verbs: 'apply',
    becomes: 'compute',
    within: 'object',
    beside: 'model models reasoning method thinking framework frameworks principles mental',
  },
  {
    verbs: 'apply',
    becomes: 'update',
    within: 'object',
    without: `migration migrations manifest manifests yaml terraform helm configuration playbook patch patches stack changes
      plan ddl`,
  },
  {
    verbs: 'open',
    becomes: 'read',
    within: 'heads',
    beside: 'node nodes entity entities record records detail details mailbox note notes',
  },
  {
    verbs: 'confirm',
    becomes: 'update',
    within: 'heads',
    beside: 'order orders booking email change payment reservation appointment subscription delivery registration',
  },
  { verbs: 'say', becomes: 'compute', within: 'object', beside: 'hello hi goodbye' },
  {
    verbs: 'lock unlock open close',
    becomes: 'start',
    within: 'object',
    beside: 'door doors entrance gate garage vehicle car',
  },
  { verbs: 'push', becomes: 'send', within: 'target', beside: 'remote repository origin registry' },
  {
    verbs: 'rebuild reindex',
    becomes: 'update',
    within: 'object',
    beside: 'index indexes indices cache catalog embeddings',
  },
  {
    verbs: 'report',
    becomes: 'send',
    within: 'object',
    beside: 'feedback bug bugs abuse spam incident scorecard problem outcome',
  },
  {
    verbs: 'emulate simulate',
    becomes: 'interact',
    within: 'object',
    beside: 'touch mouse key keyboard click gesture tap',
  },
  {
    verbs: 'fetch',
    becomes: 'update',
    within: 'object',
    beside: 'git origin refs remotes',
  },
  {
    verbs: 'connect disconnect',
    becomes: 'update',
    within: 'object',
    beside: 'component components node nodes shapes pins relation relations entries',
  },
  { verbs: 'connect disconnect', becomes: 'start', within: 'object', beside: 'all imap smtp servers' },
  {
    verbs: 'connect',
    becomes: 'read',
    within: 'object',
    without: '',
  },
  {
    verbs: 'resolve',
    becomes: 'read',
    within: 'object',
    beside: `url urls name names id ids library libraries domain dns hostname host address ens handle symbol path reference
      ticker location package component entity uri link identifier redirect redirects ip doi slug variable mention`,
  },
  {
    verbs: 'download export',
    becomes: 'create',
    within: 'target',
    beside: 'disk local file folder directory path filesystem storage computer machine',
  },
];

interface Row extends Omit<Refinement, 'verbs'> {
  nouns: ReadonlySet<string>;
}

const rowsByVerb: ReadonlyMap<string, readonly Row[]> = Map.groupBy(
  refinements.flatMap(({ verbs, ...row }) =>
    words(verbs).map((verb) => ({ ...row, verb, nouns: new Set(words(row.beside ?? row.without ?? '')) })),
  ),
  (row) => row.verb,
);

/** The class of a verb whose object decides it; its own class for every other. */
export function refineVerb(lemma: string, verbClass: VerbClass, around: Surroundings): VerbClass {
  if (verbClass === 'perform') return refinePerform(lemma, around);
  if (bareRuns.has(lemma)) return refineRun(around) ?? verbClass;
  if (lemma === 'test' && asks.some((word) => around.complements[word] !== undefined)) return 'read';
  if (lemma === 'load' && around.complements.into !== undefined) return 'create';
  if (lemma === 'turn' && around.complements.into !== undefined) return 'compute';
  return rowsByVerb.get(lemma)?.find((row) => fits(row, around))?.becomes ?? verbClass;
}

function fits(row: Row, { object, heads, complements }: Surroundings): boolean {
  const places = { object, heads, target: complements.to ?? [] };
  const isBeside = places[row.within].some((word) => row.nouns.has(word));
  return row.without === undefined ? isBeside : !isBeside;
}

function refinePerform(lemma: string, { object, heads }: Surroundings): VerbClass {
  if (heads.some((word) => /^requests?$/.test(word)))
    return object.some((word) => lookingMethods.has(word)) ? 'read' : 'run';
  if (heads.includes('call')) return object.includes('api') ? 'read' : 'send';
  const bare: Readonly<Record<string, VerbClass>> = { make: 'create', take: 'read' };
  return findNominal(heads) ?? bare[lemma] ?? 'run';
}

/** "Test whether a token is valid" asks. */
const asks = ['if', 'whether', 'that', 'how'];
const lookingMethods = new Set(words('get head options trace'));
const bareRuns = new Set(words('execute run invoke launch process dispatch'));
const modifyingLanguages = new Set(words('sql cypher aql graphql statement statements'));
const lookingQueries = new Set(
  words(`find search report promql logql insights insight log logs analytics dax kql jql cql lookup metrics metric
    aggregation traceql prometheus loki`),
);
const outside = new Set(words('nmap port ports network vulnerability host hosts target targets ip ips subnet nuclei'));

/** "Run a search" looks; "run a query" may modify unless its language only reads; a scan of hosts reaches out to them. */
function refineRun({ object, heads, complements }: Surroundings): VerbClass | undefined {
  const nominal = findNominal(heads);
  if (nominal !== 'read' && nominal !== 'compute' && nominal !== 'update' && nominal !== 'manage') return undefined;
  if (object.some((word) => modifyingLanguages.has(word))) return undefined;
  const isQuery = heads.some((word) => word === 'query' || word === 'queries');
  if (isQuery && !object.some((word) => lookingQueries.has(word))) return undefined;
  const isScan = object.some((word) => word === 'scan' || word === 'scans');
  const where = [...object, ...(complements.on ?? []), ...(complements.against ?? [])];
  return isScan && where.some((word) => outside.has(word)) ? undefined : nominal;
}
