import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const recipeSchema = z.strictObject({
  /** `npm:<name>` or `pypi:<PEP 503 name>`. */
  package: z.string().regex(/^(?:npm|pypi):\S+$/),
  /** Why no general rung can know this. */
  why: z.string().min(20),
  arguments: z.array(z.string()),
  /** Variables to set to placeholders. */
  environment: z.array(z.string()),
});

/** How one package is started that no general rung of the ladder starts. */
export type Recipe = z.infer<typeof recipeSchema>;

const folder = new URL('./recipes/', import.meta.url);
let known: Map<string, Recipe> | undefined;

/** All recipes, by package. Throws when a file is not as it should be. */
export function readRecipes(): ReadonlyMap<string, Recipe> {
  known ??= new Map(
    readdirSync(folder).map((file) => {
      const recipe = recipeSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
      return [recipe.package, recipe];
    }),
  );
  return known;
}
