import {
  type Category,
  type Classification,
  categories,
  type Effect,
  type Exposure,
  type RiskLevel,
  riskLevels,
} from '../../domain/classification.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** What a reader says that a tool is. A label may leave out what its author did not judge. */
export interface Label {
  category?: Category | undefined;
  /** For labels that only tell reading tools from acting ones. */
  readOnly?: boolean | undefined;
  risk?: RiskLevel | undefined;
  destructive?: boolean | undefined;
  financial?: boolean | undefined;
  effects?: readonly Effect[] | undefined;
  exposure?: readonly Exposure[] | undefined;
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
  riskConfusion: Record<RiskLevel, Record<RiskLevel, number>>;
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
  /** Over all effects of all tools, and below over all exposures. */
  effectsRecall: Proportion;
  effectsPrecision: Proportion;
  exposureRecall: Proportion;
  exposurePrecision: Proportion;
}

type Judged = Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial' | 'effects' | 'exposure'>;
type Pair = readonly [Label, Judged];

/** Compares judgements with labels, each figure over the pairs whose label speaks of it. */
export function measureAccuracy(pairs: readonly Pair[]): Accuracy {
  const acting = pairs.filter(([label]) => readsOnly(label) === false);
  const reading = pairs.filter(([label]) => readsOnly(label) === true);
  const withCategory = pairs.filter(([label]) => label.category);
  const withRisk = pairs.filter(([label]) => label.risk);
  return {
    category: proportion(withCategory, ([label, judged]) => label.category === judged.category),
    categoryConfusion: confusion(
      categories,
      withCategory.map(([label, judged]) => [label.category, judged.category]),
    ),
    riskConfusion: confusion(
      riskLevels,
      withRisk.map(([label, judged]) => [label.risk, judged.risk]),
    ),
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
    ...listed(pairs, 'effects'),
    ...listed(pairs, 'exposure'),
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

/** Every word that a label lists and every word that is found counts once. */
function listed<Kind extends 'effects' | 'exposure'>(
  pairs: readonly Pair[],
  kind: Kind,
): Record<`${Kind}Recall` | `${Kind}Precision`, Proportion> {
  const words = pairs.flatMap(([label, judged]) => {
    const wanted: readonly string[] | undefined = label[kind];
    const found: readonly string[] = judged[kind];
    return wanted ? [{ wanted, found, both: wanted.filter((word) => found.includes(word)).length }] : [];
  });
  const sum = (count: (each: (typeof words)[number]) => number) =>
    words.reduce((total, each) => total + count(each), 0);
  const both = sum((each) => each.both);
  return {
    [`${kind}Recall`]: share(
      both,
      sum((each) => each.wanted.length),
    ),
    [`${kind}Precision`]: share(
      both,
      sum((each) => each.found.length),
    ),
  } as Record<`${Kind}Recall` | `${Kind}Precision`, Proportion>;
}

function confusion<Level extends string>(
  levels: readonly Level[],
  pairs: ReadonlyArray<readonly [label: Level | undefined, judged: Level]>,
): Record<Level, Record<Level, number>> {
  const count = (label: Level, found: Level) =>
    pairs.filter(([wanted, got]) => wanted === label && got === found).length;
  const row = (label: Level) => Object.fromEntries(levels.map((found) => [found, count(label, found)]));
  return Object.fromEntries(levels.map((label) => [label, row(label)])) as Record<Level, Record<Level, number>>;
}

function proportion(pairs: readonly Pair[], hit: (pair: Pair) => boolean): Proportion {
  return share(pairs.filter(hit).length, pairs.length);
}

function share(hits: number, of: number): Proportion {
  return { hits, of, share: of === 0 ? null : hits / of, interval: wilsonInterval(hits, of) };
}
