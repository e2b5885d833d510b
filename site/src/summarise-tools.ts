import { type Classification, categories, riskLevels } from '../../domain/classification.ts';
import { count, listWords } from './text/count.ts';

type Judged = Pick<Classification, 'category' | 'risk'>;

/** How many tools there are of which category and risk, in one or two sentences. */
export function summariseTools(tools: readonly Judged[]): string {
  if (tools.length === 0) return 'It lists no tools.';
  const byCategory = categories.toReversed().flatMap((category) => {
    const found = tools.filter((tool) => tool.category === category).length;
    return found > 0 ? [`${found} ${category}`] : [];
  });
  const byRisk = riskLevels.toReversed().flatMap((risk) => {
    const found = tools.filter((tool) => tool.risk === risk).length;
    return found > 0 ? [`${found} ${risk}`] : [];
  });
  return `${count(tools.length, 'tool')}: ${listWords(byCategory)}; by risk ${listWords(byRisk)}.`;
}
