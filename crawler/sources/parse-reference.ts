import { UsageError } from '../../domain/errors.ts';
import { normalisePypiName } from '../../domain/server.ts';
import { parseRemoteUrl } from './parse-remote-url.ts';
import type { ParseOptions, Target } from './source.ts';

const forms = 'npm:<name>[@version], pypi:<name>[@version], https://host/path or a bare npm name';

/** Shape of https://github.com/npm/validate-npm-package-name (2025), old names with capitals included. */
const npmPart = /^[A-Za-z0-9~][A-Za-z0-9._~-]*$/;
const npmScope = /^@[A-Za-z0-9~_-][A-Za-z0-9._~-]*$/;
/** Semantic Versioning 2.0.0, exact. */
const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;
const distTag = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Core metadata specification, field Name. */
const pypiName = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
/** PEP 440, exact, written as a registry writes it. */
const pypiVersion = /^(\d+!)?\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?(\+[a-z0-9]+([._-][a-z0-9]+)*)?$/;

/**
 * Reads what a reference names, without asking anybody.
 * Throws UsageError when the text is no reference.
 */
export function parseReference(text: string, options: ParseOptions = { allowLocal: false }): Target {
  const reference = text.trim();
  const own = options.leads?.get(text)?.own?.identity;
  if (own?.source === 'private' || own?.source === 'supplied') return { source: own.source, name: own.name };
  if (/^https?:\/\//i.test(reference)) return { source: 'remote', name: parseRemoteUrl(reference, options) };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(reference)?.[1]?.toLowerCase();
  const rest = scheme ? reference.slice(scheme.length + 1) : reference;
  if (scheme === 'pypi') return parsePypi(rest, text);
  if (scheme === undefined || scheme === 'npm') return parseNpm(rest, text);
  throw malformed(forms, text, `a source that is known, for example npm:${npmPart.test(rest) ? rest : '<name>'}`);
}

function parseNpm(rest: string, text: string): Target {
  const { name, version } = splitVersion(rest);
  const [first = '', second, ...more] = name.split('/');
  const isScoped = first.startsWith('@');
  const holds = isScoped
    ? npmScope.test(first) && second !== undefined && npmPart.test(second)
    : npmPart.test(first) && second === undefined;
  if (!holds || more.length > 0 || name.length > 214 || /^(node_modules|favicon\.ico)$/i.test(name)) {
    throw malformed(forms, text, 'the name as the registry writes it, for example npm:@scope/name');
  }
  if (version !== null && !exactVersion.test(version) && !distTag.test(version)) {
    throw malformed('an exact version or a tag after @', text, `npm:${name}@1.2.3 or npm:${name}`);
  }
  return { source: 'npm', name, version };
}

function parsePypi(rest: string, text: string): Target {
  const { name, version } = splitVersion(rest);
  if (!pypiName.test(name) || name.length > 200) {
    throw malformed(forms, text, 'the name as the index writes it, for example pypi:some-server@1.2.3');
  }
  if (version !== null && !pypiVersion.test(version)) {
    throw malformed('an exact version after @', text, `pypi:${name}@1.2.3 or pypi:${name}`);
  }
  return { source: 'pypi', name: normalisePypiName(name), version };
}

/** The last `@` that is not a scope's parts the version from the name. */
function splitVersion(rest: string): { name: string; version: string | null } {
  const at = rest.lastIndexOf('@');
  return at > 0 ? { name: rest.slice(0, at), version: rest.slice(at + 1) } : { name: rest, version: null };
}

function malformed(expected: string, got: string, use: string): UsageError {
  return new UsageError(`Expected ${expected}; got ${JSON.stringify(got.slice(0, 200))}. Use ${use}.`);
}
