import { type VerbClass, words } from './verbs.ts';

/** Nouns that name an act: "perform a search", "run an analysis", "take a snapshot". */
const nominalLists: Readonly<Partial<Record<VerbClass, string>>> = {
  read: `search searches lookup lookups query queries analysis analyses check checks comparison retrieval research scrape
    review audit inspection screenshot screenshots snapshot snapshots photo picture aggregation aggregations count
    assessment diagnostics diagnostic probe report reports audits screening scan scans scraping verification`,
  compute: `calculation calculations validation conversion inference reasoning ocr translation geocoding arithmetic
    forecast estimate simulation backtest benchmark transcription summarization extraction classification similarity
    math lint comparison optimization detection prediction transformation`,
  update: 'update updates refactoring edit edits merge refactor modification modifications rename',
  create: 'creation upload backup insertion registration booking reservation',
  delete: 'deletion removal cleanup',
  interact: 'click clicks drag swipe scroll tap gesture keystroke',
  pay: 'transfer swap trade payment purchase refund withdrawal deposit',
  deploy: 'deployment rollout release',
  start: 'restart rollback shutdown reboot',
  clear: 'reset',
  manage: 'operation operations crud',
};

const nominals: ReadonlyMap<string, VerbClass> = new Map(
  (Object.entries(nominalLists) as Array<[VerbClass, string]>).flatMap(([verbClass, list]) =>
    words(list).map((word) => [word, verbClass] as const),
  ),
);

/** The class of the act that the first of these nouns names. */
export function findNominal(nouns: readonly string[]): VerbClass | undefined {
  const found = nouns.find((word) => nominals.has(word));
  return found === undefined ? undefined : nominals.get(found);
}
