/**
 * The verbs that tool names and descriptions use, by what a call that they name does.
 * What the object changes ("create" of a role, "cancel" of an order) is for the rules.
 */
export const verbsByClass = {
  read: `get list fetch retrieve read show view search find lookup look describe inspect browse display explain
    obtain discover explore identify monitor watch peek return provide check count query verify ping detect
    locate collect gather pull poll whoami access recall recommend suggest enumerate examine audit review track trace
    scan introspect grep head tail diff tell ask answer consult learn highlight determine know see preview expose
    surface outline profile investigate diagnose research assess reveal sample survey listen wait assert confirm
    screenshot snapshot capture observe scrape report quote demonstrate guide help rank score paginate walk glob ls
    cat stat dump download export load seek examine contain include give`,
  compute: `rerank isolate echo greet decompile disassemble transpose regress calculate compute convert generate validate format parse analyze analyse compare summarize summarise
    extract transform encode decode hash translate transcribe classify predict forecast estimate simulate render plot
    draw visualize visualise filter sort think aggregate tokenize tokenise match measure solve multiply divide subtract
    sum concatenate split trim normalize normalise lint map group interpret correlate optimize optimise geocode
    reverse beautify prettify minify paraphrase proofread rate infer embed chunk synthesize brainstorm plan reason
    reflect evaluate benchmark backtest enrich roll flip pick guess quantize humanize wrap chat prompt cluster imagine
    recite encrypt decrypt decompose categorize rewrite blend differentiate integrate factor`,
  create: `create add insert new register upload save write store append record clone copy duplicate fork schedule
    book reserve init initialize initialise provision attach import ingest submit commit log index construct build
    scaffold bootstrap establish introduce enroll enrol compose draft remember memorize memorise mkdir touch bookmark
    allocate setup seed populate backup define annotate instantiate enqueue queue prepend subscribe persist
    materialize mirror sideload hire spawn`,
  update: `push join unapprove unmerge uncomplete unconfirm unresolve prioritize prioritise enforce expire recolor recolour update edit modify change set rename move replace patch put upsert toggle enable disable assign unassign
    mark archive unarchive restore close reopen resolve complete configure adjust increment decrement reorder pin unpin
    star unstar favorite favourite like unlike follow unfollow merge rotate resize lock unlock approve reject accept
    decline activate deactivate refresh extend renew tag label promote demote sync synchronize synchronise link
    associate customize customise finish finalize snooze defer postpone reschedule dismiss acknowledge ack migrate
    rebase revert undo redo refactor fix correct vote upvote downvote retag relabel transition advance unclaim hide
    unhide mute unmute reassign override amend alter reconfigure relocate escalate suspend unsuspend bump unset
    rearrange align distribute flatten crop compress clean untag unlabel untrash freeze unfreeze react bind turn mutate
    unflag flag stage unstage checkout stash shelve skip unschedule vacuum reindex consolidate reinforce manipulate
    reclassify rebrand tweak redirect recover undelete ungroup sanitize reposition`,
  delete: `unrepost dispose delete remove drop destroy purge truncate erase wipe trash discard expunge del rm rmdir unregister deregister
    evict obliterate overwrite prune revoke empty flush uninstall unpublish retract forget annihilate clobber nuke
    eliminate terminate teardown cleanup deprovision`,
  clear: 'clear reset reinitialize reinitialise',
  cancel: 'cancel abort void',
  detach: 'detach unlink disassociate dissociate unsubscribe leave unbind unassociate unmap untie',
  run: `retrigger execute run invoke trigger launch retry rerun exec eval play compile test debug train crawl orchestrate dispatch
    process fire rebuild replay inject install reinstall automate delegate handoff finetune fuzz exploit attack kickoff
    retrain rescan recrawl reprocess backfill resubmit step`,
  start: `reconnect recycle continue start stop restart reboot shutdown pause resume scale kill boot halt hibernate wake begin initiate
    autoscale rollback failover bounce relaunch unpause power commence end quit exit cordon uncordon drain
    defragment disconnect connect mount unmount upgrade downgrade`,
  deploy: 'deploy redeploy release ship rollout apply',
  interact: `click type press drag drop hover fill tap swipe select scroll navigate goto visit open switch focus blur
    minimize maximize dblclick rightclick keypress sendkeys pinch zoom back forward reload input go jump act steer speak
    say dim brew`,
  send: `send resend post publish reply email message notify tweet broadcast call share comment dm sms announce retweet repost
    respond remind fax whisper crosspost syndicate transmit dial mail page`,
  pay: `snipe undelegate pay charge refund buy sell purchase trade stake unstake withdraw deposit donate payout tip wager bet
    swap transfer mint redeem bridge bid repay borrow lend liquidate restake zap remit disburse topup recharge spend
    airdrop`,
  place: 'place order claim',
  administer: `assume grant invite ban unban block unblock authorize authorise permit deny kick impersonate protect unprotect
    allow restrict whitelist blacklist allowlist denylist quarantine elevate entitle login logout authenticate signin
    signup`,
  sign: 'sign',
  /** Says nothing by itself: "perform a search", "make a request", "take a snapshot". */
  perform: 'perform make do conduct carry take',
  manage: 'manage handle control operate interact use work maintain crud organize organise administer',
} as const;

export type VerbClass = keyof typeof verbsByClass;

/** Words that are as often a noun: they count as the verb only where the place in the name or sentence says so. */
const ambiguousWords = `list search query report log post comment order trade share label tag test build run deploy
  import export update change record note message email call charge transfer fork merge release review
  process set plan schedule link map match filter sort group view watch monitor scan trace track profile sample
  draft book bid stake swap bridge mint claim tip check count reset copy move sync index cache store
  access lock block stop start pause click type press drag drop hover fill select tap swipe star pin
  like follow play show step debug guide screenshot snapshot answer research quote help rank score head tail diff dump
  plot draw chat prompt cluster wrap roll flip pick rate split hash sum reverse format estimate forecast measure queue
  backup seed setup upload download commit bookmark mark close open focus back zoom input go act mail page fax
  place deny kick login logout sign control work use purchase pay tweet reply void empty trash flush power end exit
  scale boot bounce mount drain new complete correct clean stage skip turn vote flag fix patch put touch
  audit look sell buy spend wager bet deposit refund cat ls stat apply ship switch hide connect archive
  average return chunk embed approve duplicate clone mirror leave transition override dispatch
  initiate zap train rollout rollback upgrade exploit attack hire whisper dm sms encrypt invite recover contain include give load
  crop compress crawl fire factor influence begin annotate compose define abort sample refresh survey preview capture
  process pull extract redirect introduce finish feature issue stash input react act advance bind step promote
  balance value replay checkout trigger surface outline push join continue echo expire assume`;

export const ambiguous: ReadonlySet<string> = new Set(words(ambiguousWords));

/** Of these, the ones that stand at the head of a name as a noun: `order_get`, `release_notes`, `merge_requests`. */
const nounLikeWords = `list search query report log post comment order trade label tag test build deploy record note message
  email mail call charge transfer fork merge release review request process plan schedule link map match filter group view
  watch trace track profile sample draft book bid stake bridge claim index store stream access lock block screenshot
  snapshot quote score dump plot chat cluster split hash sum format estimate forecast measure queue backup seed setup
  commit bookmark page fax place control work purchase trash power scale drain stage vote flag patch audit bet
  deposit refund cat stat ship train rollout rollback exploit attack hire compose preview survey feature issue stash
  input act promote balance value replay research answer guide help average abstract mail swap mint tip star voice
  sign play function subject step notification factor image checkout invite export import copy cache clone archive public push echo`;

export const nounLike: ReadonlySet<string> = new Set(words(nounLikeWords));

/** A verb as found: its lemma, its class, and the form that was written. */
export interface VerbEntry {
  lemma: string;
  verbClass: VerbClass;
  form: 'base' | 's' | 'ing';
}

/** Has no third person: "news" is none of "new". */
const bareOnly = new Set(['new']);
const irregular: Record<string, string> = { do: 'does', go: 'goes', undo: 'undoes', redo: 'redoes' };

const entries: ReadonlyMap<string, VerbEntry> = buildEntries();

/** The verb that this word, in lower case, is a form of. Past forms are left out: they describe, they do not act. */
export function findVerb(word: string): VerbEntry | undefined {
  return entries.get(word);
}

function buildEntries(): Map<string, VerbEntry> {
  const built = new Map<string, VerbEntry>();
  for (const [verbClass, list] of Object.entries(verbsByClass) as Array<[VerbClass, string]>) {
    for (const lemma of words(list)) {
      const add = (word: string, form: VerbEntry['form']) => {
        if (!built.has(word)) built.set(word, { lemma, verbClass, form });
      };
      add(lemma, 'base');
      if (!bareOnly.has(lemma)) add(irregular[lemma] ?? thirdPerson(lemma), 's');
      for (const ing of participles(lemma)) add(ing, 'ing');
    }
  }
  return built;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function participles(lemma: string): string[] {
  if (/[^e]e$/.test(lemma)) return [`${lemma.slice(0, -1)}ing`];
  return /[aeiou][bdgmnprt]$/.test(lemma) ? [`${lemma}ing`, `${lemma}${lemma.at(-1)}ing`] : [`${lemma}ing`];
}

export function words(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
