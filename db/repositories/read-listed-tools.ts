import { asc, eq, inArray } from 'drizzle-orm';
import type { CatalogueTool } from '../../domain/catalogue.ts';
import type { Orm } from '../database.ts';
import { classifications } from '../schema/classifications.ts';
import { listedTools, tools, toolVersions } from '../schema/tools.ts';

/** The tools of each of these listings, in list order, under the listing's crawl id. */
export async function readListedTools(orm: Orm, crawlIds: readonly number[]): Promise<Map<number, CatalogueTool[]>> {
  if (crawlIds.length === 0) return new Map();
  const rows = await orm
    .select({
      crawlId: listedTools.crawlId,
      name: tools.name,
      slug: tools.slug,
      definition: toolVersions.definition,
      definitionHash: toolVersions.definitionHash,
      firstSeen: tools.firstSeen,
      lastSeen: tools.lastSeen,
      classification: classifications.judgement,
    })
    .from(listedTools)
    .innerJoin(toolVersions, eq(toolVersions.id, listedTools.toolVersionId))
    .innerJoin(tools, eq(tools.id, toolVersions.toolId))
    .innerJoin(classifications, eq(classifications.key, listedTools.classificationKey))
    .where(inArray(listedTools.crawlId, [...crawlIds]))
    .orderBy(asc(listedTools.crawlId), asc(listedTools.position));
  const byCrawl = Map.groupBy(rows, (row) => row.crawlId);
  return new Map([...byCrawl].map(([crawlId, ofCrawl]) => [crawlId, ofCrawl.map(({ crawlId: _, ...tool }) => tool)]));
}
