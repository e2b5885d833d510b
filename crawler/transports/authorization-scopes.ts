import { discoverOAuthProtectedResourceMetadata, extractWWWAuthenticateParams } from '@modelcontextprotocol/client';
import type { GuardedFetch } from './guarded-fetch.ts';

/**
 * The scopes that a server names for its protected resource (RFC 9728), from the challenge itself or from the
 * metadata it points to; empty where it names none. `fetch` must not carry anybody's credentials.
 */
export async function readAuthorizationScopes(
  server: URL,
  challenge: Response,
  fetch: GuardedFetch['fetch'],
): Promise<string[]> {
  const { scope, resourceMetadataUrl } = extractWWWAuthenticateParams(challenge);
  if (scope !== undefined) return scopesIn(scope.split(' '));
  const options = resourceMetadataUrl ? { resourceMetadataUrl } : {};
  const metadata = await discoverOAuthProtectedResourceMetadata(server, options, fetch).catch(() => null);
  return scopesIn(metadata?.scopes_supported ?? []);
}

const maxScopes = 50;

/** Only what the grammar of scopes admits (RFC 6749, 3.3): the names are a stranger's and are shown. */
function scopesIn(values: readonly string[]): string[] {
  return values.filter((value) => /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/.test(value)).slice(0, maxScopes);
}
