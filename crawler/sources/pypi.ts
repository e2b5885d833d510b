import { serverIdentity } from '../../domain/server.ts';
import { findPythonTools, type PythonTools } from '../install/find-python.ts';
import { findInstalledPypi } from '../install/install-pypi.ts';
import { type KnownVersions, listPypiVersions } from '../install/pypi-versions.ts';
import { type Resolution, type SourceContext, type Target, unknownFacts } from './source.ts';

type PypiTarget = Target & { source: 'pypi' };

/** Asks the user's pip, or uv, which exact version of a project there is. Its facts are known after the installation. */
export async function resolvePypi(target: PypiTarget, context: SourceContext): Promise<Resolution> {
  const identity = serverIdentity('pypi', target.name);
  const tools = await findPythonTools(context.folder, context);
  if (tools.pythons.length === 0) {
    const reason = 'Python 3.10 or newer with pip, or uv, was not found; install python3-pip or uv.';
    return { kind: 'failed', identity, outcome: 'install-failed', reason };
  }
  const { version: exact } = target;
  if (exact !== null && !context.refresh && (await findInstalledPypi(context.folder, target.name, exact, tools))) {
    return { kind: 'resolved', identity, version: exact, facts: unknownFacts };
  }
  const preReleases = target.version !== null && /[a-z]/.test(target.version);
  const known = await listPypiVersions(target.name, tools, context, { preReleases });
  if ('failure' in known) return { kind: 'failed', identity, ...known.failure };
  const version = pickVersion(target, known, tools);
  if (version !== undefined) return { kind: 'resolved', identity, version, facts: unknownFacts };
  const reason = `The index has no version ${target.version} of ${target.name}; the newest is ${known.newest}.`;
  return { kind: 'failed', identity, outcome: 'not-found', reason };
}

/** A named version is taken on trust where the installer could not tell which there are. */
function pickVersion(target: PypiTarget, known: KnownVersions, tools: PythonTools): string | undefined {
  if (target.version === null) return known.newest;
  if (!tools.pythons.some((python) => python.hasPip)) return target.version;
  const wanted = comparable(target.version);
  return known.all.find((version) => comparable(version) === wanted);
}

/** PEP 440: trailing zeros of the release do not count, so `1.0` is `1.0.0`. */
function comparable(version: string): string {
  const release = /^[\d!.]*/.exec(version)?.[0] ?? '';
  const parts = release.split('.');
  while (parts.length > 1 && /^0*$/.test(parts.at(-1) ?? '')) parts.pop();
  return parts.join('.') + version.slice(release.length);
}
