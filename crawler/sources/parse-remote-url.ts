import { UsageError } from '../../domain/errors.ts';
import type { ParseOptions } from './source.ts';

const credentialName =
  /(^|[_-])(api-?key|key|token|access_?token|secret|password|passwd|auth|authorization|sig|signature)$/i;

/**
 * The canonical address of a remote server: lower-case host, no default port, no fragment.
 * Throws UsageError for plain http to other machines and for credentials in the address, which would be published.
 */
export function parseRemoteUrl(text: string, options: ParseOptions): string {
  const url = URL.parse(text);
  const shown = JSON.stringify(
    text
      .replace(/\/\/[^/?#]*@/, '//…@')
      .replace(/\?.*/s, '?…')
      .slice(0, 200),
  );
  if (!url?.hostname || !/^https?:$/.test(url.protocol))
    throw new UsageError(`Expected an address such as https://host/mcp; got ${shown}. Use a full URL.`);
  if (url.username || url.password) {
    throw new UsageError(`Expected an address without a user name; got ${shown}. Use a header for credentials.`);
  }
  for (const name of url.searchParams.keys()) {
    if (credentialName.test(name)) {
      throw new UsageError(
        `Expected an address without credentials; got the parameter "${name}". Use a header for it.`,
      );
    }
  }
  if (url.protocol === 'http:' && !(options.allowLocal && isLoopback(url.hostname))) {
    throw new UsageError(
      `Expected https:// for a server elsewhere, or http:// for one on this machine where that is allowed; got ${shown}. Use https://.`,
    );
  }
  url.hash = '';
  return url.href;
}

function isLoopback(hostname: string): boolean {
  return /^(127(\.\d{1,3}){3}|\[::1\]|localhost|[^.]+\.localhost)$/.test(hostname);
}
