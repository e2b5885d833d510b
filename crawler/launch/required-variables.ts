const maxVariables = 12;
const maxLines = 400;

/** A name that only an environment variable has: capitals with an underscore. */
const constantName = /\b[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,8}\b/g;
/** A name without an underscore counts only where the words beside it say what it is. */
const namedOutright =
  /(?:process\.env\.|os\.environ\[['"]|[Ee]nv(?:ironment)? ?var(?:iable)?s?:? ?['"`]?)([A-Z][A-Z0-9_]{2,80})\b|\b([A-Z][A-Z0-9_]{2,80})['"`]? env(?:ironment)? ?var/g;
const saysNeed =
  /required|missing|must |not set|unset|not defined|undefined|not found|not provided|please (?:set|provide|add|specify|configure)|\bset (?:the|your|it|in)\b|\bprovide\b|\bneed|\bpass\b|environment variable|env var|環境變數|环境变量|環境変数|환경 ?변수|KeyError|expected string|no .{0,40} (?:provided|found|specified)|export /i;
const saysOptional = /optional|default(?:s|ing)? (?:to|value)|deprecated|not required|ignored|skipp/i;
const notVariables =
  /^(?:ERR|ERROR|NODE|NPM|HTTP|UV|LD|DYLD|PYTHON)_|_(?:ERROR|FAILED|FAILURE|EXCEPTION|NOT_FOUND|EXPIRED|INVALID|DEPRECATED)$|^MODULE_|^UTF_|^PACKAGE_PATH_|^(?:PATH|HOME|JSON|HTTP|HTTPS|ERROR|WARNING|INFO|FATAL|AND|OR|NOT|THE|IS|ARE)$/;

/** Complaints of widespread client libraries that name no variable, and the variables that settle them. */
const knownComplaints: ReadonlyArray<[RegExp, string[]]> = [
  [/You must specify a region|Region is missing|NoRegionError/, ['AWS_REGION', 'AWS_DEFAULT_REGION']],
  [
    /Unable to locate credentials|Could not load credentials from any providers/,
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ],
  [/default credentials were not found|Could not load the default credentials/, ['GOOGLE_APPLICATION_CREDENTIALS']],
];

/**
 * The variables that a server's stderr says it needs, in the order in which it names them. Optional ones are left out.
 * A list below a sentence that says so ("Missing variables:") counts.
 */
export function readRequiredVariables(stderr: string): string[] {
  const found = new Set(knownComplaints.filter(([complaint]) => complaint.test(stderr)).flatMap(([, names]) => names));
  let listing = 0;
  for (const line of stderr
    .split('\n')
    .slice(-maxLines)
    .map((each) => each.slice(0, 1_000))) {
    if (/^\s+at /.test(line) && !/^\s+at [A-Z][A-Z0-9_]+\s*$/.test(line)) continue;
    const need = saysNeed.test(line);
    if (need) listing = 8;
    else listing -= 1;
    if (saysOptional.test(line)) continue;
    const isItem = listing > 0 && /^\s*(?:[-*•✖→"'[]|\d+[.)]|path|at |[A-Z][A-Z0-9_]+\s*(?:[:=-]|$))/.test(line);
    if (!need && !isItem) continue;
    for (const name of namesIn(line)) if (!notVariables.test(name) && found.size < maxVariables) found.add(name);
  }
  return [...found];
}

function namesIn(line: string): string[] {
  const found = [...line.matchAll(namedOutright), ...line.matchAll(constantName)];
  return found.sort((a, b) => nameAt(a) - nameAt(b)).map((match) => match[1] ?? match[2] ?? match[0]);
}

function nameAt(match: RegExpExecArray): number {
  return match.index + match[0].indexOf(match[1] ?? match[2] ?? '');
}
