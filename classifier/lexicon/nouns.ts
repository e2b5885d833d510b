import { words } from './verbs.ts';

/** The things that calls act on, by what it means to act on them. In the singular. */
const nounLists = {
  /** Holds other things, so that deleting it deletes them. */
  container: `folder directory bucket collection namespace repository repo project database db keyspace schema table
    account app application calendar cluster volume workspace organization organisation dataset space site website
    tenant subscriptiongroup vault catalog datastore warehouse disk filesystem drive notebook_folder graph portal
    knowledgebase glossary realm partition tablespace`,
  /** Several at once, without naming them. */
  everything: 'all everything many entire every',
  /** Decides who may do what or what is protected. */
  access: `role permission privilege policy firewall acl credential credentials password passkey mfa otp secret token
    apikey jwt certificate cert grant collaborator membership identity sso saml scim ldap oauth iam whitelist blacklist
    allowlist denylist authorization authorisation accesslist entitlement impersonation pat keypair principal
    invitation dsn serviceaccount smime quarantine`,
  /** With a verb of change, access as well; alone not. */
  person: 'user member admin administrator owner guest group team',
  /** Value that can be lost. */
  money: `money fund funds payment payout token tokens eth ether sol btc bitcoin usdc usdt coin crypto cryptocurrency nft
    asset lamport wei erc20 erc721 erc1155 nfts spl xrp ton egld bnb matic balance currency stablecoin sats satoshi
    invoice bill lightning dollar usd eur credit credits cash`,
  /** With "place", "create" or "cancel": a commitment to pay. */
  order: 'order orders trade bid ask purchase position swap',
  /** What a process is. */
  process: `server service instance container pod vm machine deployment process daemon node cluster host app application
    worker droplet vps dyno system computer device emulator simulator session environment stack runner engine broker
    replica sandbox workspace virtualmachine job pipeline workflow build task actor agent bot debugger processor
    project database stream function recording flow campaign scheduler timer dev gateway bridge network proxy kernel`,
  /** Stored or provided work that a call sets going. */
  work: `workflow job pipeline test tests task agent actor notebook cell macro automation flow plan procedure function
    lambda playbook routine runbook script step build scan crawl crawler training deployment migration migrations
    generation analysis campaign bot action hook webhook dag zap scenario report_job experiment simulation suite scene
    program command tool assistant crew chain recipe node graph backup replay sync evaluation rule sequence`,
  shell: 'shell command commands terminal bash powershell cmd cli console ssh zsh applescript osascript adb subprocess',
  code: `code javascript js python script expression snippet typescript lua jsx ruby php groovy golang rust java program
    eval repl apex nodejs wasm bytecode scripts`,
  sql: `sql query queries statement statements cypher aql transaction ddl dml database db postgres postgresql mysql sqlite
    gql sparql soql sqlquery hql plsql`,
  /** What reaches people. */
  message: `message messages email emails mail sms tweet notification notifications announcement dm chat reply replies
    whatsapp fax letter gmail newsletter telegram toast alert reminder imessage comment comments note review post posts
    thread push voice media sticker photo poll attachment invite invitation article story status video page`,
  /** What others read where it stands. */
  comment: 'comment comments reply note discussion review feedback reaction annotation answer',
  publication: `post posts tweet article story blog page site website package release thread reel short listing ad gist
    video podcast episode extension theme plugin module app draft map feed channel pin status`,
  call: 'call phone voice telephone',
  cache: 'cache caches cached',
  list: 'list playlist watchlist cart basket favorites favourites favorite watchlater wishlist queue collection board',
  tag: 'tag tags label labels reaction emoji star vote upvote like watcher assignee',
  /** What undoes itself when it ends. */
  media: 'track song music playback playlist video album episode media volume audio podcast sound radio tv',
  view: 'tab window tabs windows page frame iframe view panel scene screen',
  information: `info information detail details data list documentation docs status statistic statistics stats history
    summary overview metadata forecast report weather price prices guide reference example examples version versions
    result results content contents analysis insight insights metric metrics help tutorial explanation explanations
    answer answers image images count number schema definition definitions name names record records lookup search
    finder checker calculator converter schedule timetable quote quotes value values rate rates profile ranking news
    balance transcript index indexes indices text explorer viewer reader catalog directory map instructions
    recommendations suggestions comparison preview response time date table chart diagram`,
} as const;

export type NounClass = keyof typeof nounLists;

const classes: ReadonlyMap<NounClass, ReadonlySet<string>> = new Map(
  (Object.entries(nounLists) as Array<[NounClass, string]>).map(([name, list]) => [name, new Set(words(list))]),
);

/** Whether the word, in lower case, singular or plural, is of the class. */
export function isNoun(word: string, nounClass: NounClass): boolean {
  const members = classes.get(nounClass);
  return members !== undefined && (members.has(word) || members.has(singular(word)));
}

/** The singular of a regular English plural; any other word as it is. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) {
    return word;
  }
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:x|ch|sh|ss|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
