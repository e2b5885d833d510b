import { type Classification, fiveWayLabel, labels, riskLevels } from '../../domain/classification.ts';

/** Worst first: by risk, then by label, then by name. */
export function byRisk(
  a: { name: string } & Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial'>,
  b: { name: string } & Pick<Classification, 'category' | 'risk' | 'destructive' | 'financial'>,
): number {
  return (
    riskLevels.indexOf(b.risk) - riskLevels.indexOf(a.risk) ||
    labels.indexOf(fiveWayLabel(a)) - labels.indexOf(fiveWayLabel(b)) ||
    (a.name < b.name ? -1 : Number(a.name > b.name))
  );
}
