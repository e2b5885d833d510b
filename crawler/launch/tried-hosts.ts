const maxHosts = 20;
const maxLength = 200_000;
/** Names in the complaints of Node, Go, Rust, Python and curl about a host that cannot be found or reached. */
const complaints = [
  /\b(?:getaddrinfo|queryA{1,4}|ENOTFOUND|EAI_AGAIN)[ :]{1,3}(?:ENOTFOUND |EAI_AGAIN )?([A-Za-z0-9][A-Za-z0-9.-]{1,200})/g,
  /\bhostname: '([A-Za-z0-9][A-Za-z0-9.-]{1,200})'/g,
  /\bdial tcp: lookup ([A-Za-z0-9][A-Za-z0-9.-]{1,200})/g,
  /\bhost='([A-Za-z0-9][A-Za-z0-9.-]{1,200})', port=\d/g,
  /\bCould not resolve host: ([A-Za-z0-9][A-Za-z0-9.-]{1,200})/g,
];

/**
 * The hosts that a server's own words say it could not reach, in order; null where they name none. A server that tries
 * in silence names none either: the sandbox has no resolver that could listen.
 */
export function readTriedHosts(stderr: string): string[] | null {
  const text = stderr.slice(-maxLength);
  const named = complaints.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  const hosts = named.map((name) => name.toLowerCase().replace(/[.-]+$/, '')).filter(isPublicName);
  const found = [...new Set(hosts)].slice(0, maxHosts);
  return found.length > 0 ? found : null;
}

/** A name of the network, not an address or a name of this machine. */
function isPublicName(name: string): boolean {
  const isOurs = name.includes('assay-placeholder') || keyLike.test(name);
  return !isOurs && /^(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/.test(name);
}

/** A part of a name as long as a key, which a server may have made from one: names are told in lower case. */
const keyLike = /[a-z0-9]{20}/;
