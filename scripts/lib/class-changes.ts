import type { Classification } from '../../domain/classification.ts';
import { showHidden } from '../../domain/visible-text.ts';
import type { JudgedAnew } from './judge-anew.ts';

const exampleCount = 3;

const views: Record<string, (judged: Classification) => string> = {
  class: ({ category }) => category,
  risk: ({ risk }) => risk,
  destructive: ({ destructive }) => formatFlag(destructive),
  financial: ({ financial }) => formatFlag(financial),
  basis: ({ basis }) => basis,
};

interface Change {
  count: number;
  examples: string[];
}

/** What new judgements change for a reader of the site, counted over any number of servers. */
export interface ClassChanges {
  add(anew: JudgedAnew): void;
  /** Tools that have another judgement than is stored, be it in another version of the rules only. */
  judgements(): number;
  /** One line a kind of change, the commonest of each view first. */
  format(): string;
}

export function countClassChanges(): ClassChanges {
  const changes = new Map(Object.keys(views).map((view) => [view, new Map<string, Change>()]));
  let judgements = 0;
  return {
    add: ({ stored, judgements: renewed }) => {
      for (const [at, { key, classification }] of renewed.entries()) {
        const former = stored.classifications[at];
        if (!former || key === stored.keys[at]) continue;
        judgements += 1;
        const name = showHidden(`${stored.identity.name} ${stored.tools[at]?.name}`);
        for (const [view, read] of Object.entries(views)) {
          if (read(former) === read(classification)) continue;
          count(changes.get(view), `${read(former)} → ${read(classification)}`, name);
        }
      }
    },
    judgements: () => judgements,
    format: () => [...changes].flatMap(([view, ofView]) => formatView(view, ofView)).join('\n'),
  };
}

function count(ofView: Map<string, Change> | undefined, what: string, name: string): void {
  const change = ofView?.get(what) ?? { count: 0, examples: [] };
  change.count += 1;
  if (change.examples.length < exampleCount) change.examples.push(name);
  ofView?.set(what, change);
}

function formatView(view: string, ofView: ReadonlyMap<string, Change>): string[] {
  if (ofView.size === 0) return [];
  const ordered = [...ofView].sort(([, a], [, b]) => b.count - a.count);
  const lines = ordered.map(([what, { count: tools, examples }]) => {
    const more = tools > examples.length ? ', …' : '';
    return `  ${tools === 1 ? '1 tool' : `${tools} tools`}: ${what} (${examples.join(', ')}${more})`;
  });
  return [`By ${view}:`, ...lines];
}

function formatFlag(flag: boolean): string {
  return flag ? 'yes' : 'no';
}
