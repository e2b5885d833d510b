/** A console script of a Python package: `attribute` of `module` is called. All parts are dotted ASCII identifiers. */
export interface EntryPoint {
  name: string;
  module: string;
  attribute: string;
}

const scriptName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const dottedName = /^[A-Za-z_][A-Za-z0-9_]{0,99}(\.[A-Za-z_][A-Za-z0-9_]{0,99}){0,19}$/;

/**
 * The console scripts of an entry_points.txt, which is a stranger's text: lines of another shape are left out.
 * Format: https://packaging.python.org/specifications/entry-points/ (2025).
 */
export function parseEntryPoints(text: string): EntryPoint[] {
  let section = '';
  const found: EntryPoint[] = [];
  for (const line of text
    .slice(0, 100_000)
    .split(/\r?\n/)
    .map((each) => each.trim())) {
    if (line.startsWith('[') && line.endsWith(']')) section = line.slice(1, -1).trim();
    else if (section === 'console_scripts') found.push(...parseLine(line));
  }
  return found;
}

function parseLine(line: string): EntryPoint[] {
  const equals = line.indexOf('=');
  const name = line.slice(0, Math.max(equals, 0)).trim();
  const [target = ''] = line.slice(equals + 1).split('[');
  const [module = '', attribute = '', ...rest] = target.split(':').map((part) => part.trim());
  const holds = equals > 0 && scriptName.test(name) && dottedName.test(module) && dottedName.test(attribute);
  return holds && rest.length === 0 ? [{ name, module, attribute }] : [];
}
