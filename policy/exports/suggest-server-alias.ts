/** Words that say only that something is an MCP server. */
const generic = new Set(['mcp', 'server', 'servers', 'modelcontextprotocol', 'www', 'api', 'https', 'http']);
const maxLength = 32;

/**
 * A short name for a server in a client's configuration: lower-case words of the package name joined by `-`, without
 * those that every server has; of a URL, the host without its top-level domain. The reader may choose another.
 * `@modelcontextprotocol/server-filesystem` → `filesystem`, `@playwright/mcp` → `playwright`,
 * `https://mcp.deepwiki.com/mcp` → `deepwiki`.
 */
export function suggestServerAlias(serverName: string): string {
  const host = URL.parse(serverName)?.hostname.replace(/\.[a-z][^.]*$/, '');
  const [scope, name] = serverName.startsWith('@') ? splitOnce(serverName, '/') : ['', serverName];
  const candidates = host ? [host] : [name, scope, serverName];
  return candidates.map(joinWords).find((alias) => alias !== '') ?? 'server';
}

function joinWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .slice(0, 1_000)
      .match(/[a-z0-9]+/g) ?? [];
  return words
    .filter((word) => !generic.has(word))
    .join('-')
    .slice(0, maxLength)
    .replace(/-$/, '');
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
