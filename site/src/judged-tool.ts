import type { CatalogueTool } from '../../domain/catalogue.ts';
import type { JudgedTool } from '../../policy/judged-tool.ts';

/** A tool as policies see it. */
export function judgedTool({ name, classification }: CatalogueTool): JudgedTool {
  return { ...classification, name };
}
