import { type Category, type Classification, type RiskLevel, riskLevels } from '../../domain/classification.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What a reader says that a tool is. A label may leave out what its author did not judge. */
export interface Label {
  category?: Category | undefined;
  /** For labels that only tell reading tools from acting ones. */
  readOnly?: boolean | undefined;
  risk?: RiskLevel | undefined;
  destructive?: boolean | undefined;
  financial?: boolean | undefined;
}

export interface Proportion {
  hits: number;
  of: number;
  share: number | null;
  /** 95 % Wilson interval. */
  interval: [number, number] | null;
}

export interface Accuracy {
  category: Proportion;
  /** Rows are labels, columns judgements. */
  categoryConfusion: Record<Category, Record<Category, number>>;
  readOnly: Proportion;
  /** Acting tools that were called Read: the mistake that hurts. */
  dangerousMisses: Proportion;
  /** Reading tools that were called acting. */
  falseAlarms: Proportion;
  risk: Proportion;
  riskUnderCalled: Proportion;
  destructiveRecall: Proportion;
  destructivePrecision: Proportion;
  financialRecall: Proportion;
  financialPrecision: Proportion;
}

type Judged = Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial'>;
type Pair = readonly [Label, Judged];

/** Compares judgements with labels, each figure over the pairs whose label speaks of it. */
export function measureAccuracy(pairs: readonly Pair[]): Accuracy {
  const acting = pairs.filter(([label]) => readsOnly(label) === false);
  const reading = pairs.filter(([label]) => readsOnly(label) === true);
  const withCategory = pairs.filter(([label]) => label.category);
  const withRisk = pairs.filter(([label]) => label.risk);
  return {
    category: proportion(withCategory, ([label, judged]) => label.category === judged.category),
    categoryConfusion: confusion(withCategory),
    readOnly: proportion(
      [...acting, ...reading],
      ([label, judged]) => readsOnly(label) === (judged.category === 'Read'),
    ),
    dangerousMisses: proportion(acting, ([, judged]) => judged.category === 'Read'),
    falseAlarms: proportion(reading, ([, judged]) => judged.category !== 'Read'),
    risk: proportion(withRisk, ([label, judged]) => label.risk === judged.risk),
    riskUnderCalled: proportion(withRisk, ([label, judged]) => rank(judged.risk) < rank(label.risk)),
    destructiveRecall: recall(pairs, 'destructive'),
    destructivePrecision: precision(pairs, 'destructive'),
    financialRecall: recall(pairs, 'financial'),
    financialPrecision: precision(pairs, 'financial'),
  };
}

function readsOnly(label: Label): boolean | undefined {
  return label.category ? label.category === 'Read' : label.readOnly;
}

function rank(risk: RiskLevel | undefined): number {
  return risk ? riskLevels.indexOf(risk) : -1;
}

function recall(pairs: readonly Pair[], flag: 'destructive' | 'financial'): Proportion {
  return proportion(
    pairs.filter(([label]) => label[flag] === true),
    ([, judged]) => judged[flag],
  );
}

function precision(pairs: readonly Pair[], flag: 'destructive' | 'financial'): Proportion {
  return proportion(
    pairs.filter(([label, judged]) => label[flag] !== undefined && judged[flag]),
    ([label]) => label[flag] === true,
  );
}

function confusion(pairs: readonly Pair[]): Accuracy['categoryConfusion'] {
  const count = (label: Category, judged: Category) =>
    pairs.filter(([l, j]) => l.category === label && j.category === judged).length;
  const row = (label: Category) => ({
    Read: count(label, 'Read'),
    Write: count(label, 'Write'),
    Execute: count(label, 'Execute'),
  });
  return { Read: row('Read'), Write: row('Write'), Execute: row('Execute') };
}

function proportion(pairs: readonly Pair[], hit: (pair: Pair) => boolean): Proportion {
  const hits = pairs.filter(hit).length;
  const of = pairs.length;
  return { hits, of, share: of === 0 ? null : hits / of, interval: wilsonInterval(hits, of) };
}
