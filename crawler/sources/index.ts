import { serverIdentity } from '../../domain/server.ts';
import { resolveNpm } from './npm.ts';
import { resolvePypi } from './pypi.ts';
import { type Resolution, type SourceContext, type Target, unknownFacts } from './source.ts';

/** Finds the server that a target names, in one exact version; a server that is not there is a Resolution. */
export async function resolveTarget(target: Target, context: SourceContext): Promise<Resolution> {
  switch (target.source) {
    case 'npm':
      return resolveNpm(target, context);
    case 'pypi':
      return resolvePypi(target, context);
    case 'remote':
      return { kind: 'resolved', identity: serverIdentity('remote', target.name), version: null, facts: unknownFacts };
  }
}
