/** The address as a link may carry it: http(s) only, no credentials in it; null for every other. */
export function safeLink(address: string | null): string | null {
  if (address === null || address.length > 2_000) return null;
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
