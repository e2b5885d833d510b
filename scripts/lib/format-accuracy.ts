import type { Accuracy, Proportion } from '../../classifier/evaluation/measure-accuracy.ts';
import { categories, riskLevels } from '../../domain/classification.ts';
import { plainTable } from './plain-table.ts';

/** The figures with their intervals, and who was taken for what; figures over nothing are left out. */
export function formatAccuracy({ categoryConfusion, riskConfusion, ...rest }: Accuracy): string {
  const figures = Object.entries(rest).filter((entry): entry is [string, Proportion] => isProportion(entry[1]));
  const rows = figures.flatMap(([name, figure]) => (figure.of > 0 ? [[name, ...formatProportion(figure)]] : []));
  return [
    plainTable(['figure', 'share', '95 % interval', 'count'], rows),
    ...(rest.category.of > 0 ? [formatConfusion(categories, categoryConfusion)] : []),
    ...(rest.risk.of > 0 ? [formatConfusion(riskLevels, riskConfusion)] : []),
  ].join('\n\n');
}

function isProportion(value: unknown): value is Proportion {
  return typeof value === 'object' && value !== null && 'interval' in value;
}

function formatConfusion<Level extends string>(
  levels: readonly Level[],
  counts: Record<Level, Record<Level, number>>,
): string {
  const rows = levels.map((label) => [label, ...levels.map((judged) => counts[label][judged])]);
  return plainTable(['label \\ judged', ...levels], rows);
}

function formatProportion({ hits, of, share, interval }: Proportion): string[] {
  const percent = (value: number | undefined | null) => `${((value ?? 0) * 100).toFixed(1)} %`;
  return [percent(share), `${percent(interval?.[0])} – ${percent(interval?.[1])}`, `${hits} of ${of}`];
}
