/** What each rung of the crawler's launch ladder gave a server so that it started. */
const recipes: Readonly<Record<string, string>> = {
  nothing: 'its start command alone',
  'environment-from-hints': 'what its registry record asks for',
  'environment-from-error': 'the variables that its own error names',
  'file-from-error': 'made-up files that its own error misses',
  'arguments-from-error': 'the arguments that its own error names',
  'package-config': 'the configuration that its package carries',
  'readme-config': 'the configuration in its README',
  recipe: 'a recipe written for it by hand',
  'reinstall-before': 'its dependencies as they were when it was published',
  'earlier-sdk': 'version 1 of the Python MCP SDK',
  'other-node': 'the version of Node that it asks for',
};

/** In words; a rung that is not known here stands for itself. */
export function recipeWords(rung: string): string {
  return Object.hasOwn(recipes, rung) ? (recipes[rung] as string) : rung;
}
