/** Something that happened or was shown to work. */
export interface Incident {
  id: string;
  name: string;
  /** As exact as the source: `2025` or `2025-04`. */
  date: string;
  summary: string;
  url: string;
  /** Who says so, where the linked page is not the finder's or the maker's own. */
  reportedBy?: string;
}

/** Documented incidents, oldest first as far as their dates tell. */
export const incidents = [
  {
    id: 'tool-poisoning-proof',
    name: 'Tool poisoning proof of concept',
    date: '2025-04',
    summary:
      'Words in a tool description made an agent hand over local files in a parameter that its user did not see.',
    url: 'https://invariantlabs.ai/blog/mcp-security-notification-tool-poisoning-attacks',
  },
  {
    id: 'whatsapp-hijack',
    name: 'WhatsApp MCP message hijack',
    date: '2025-04',
    summary: "A second server's description made an agent send a chat history to a number that the attacker chose.",
    url: 'https://invariantlabs.ai/blog/whatsapp-mcp-exploited',
  },
  {
    id: 'github-toxic-flow',
    name: 'GitHub MCP toxic agent flow',
    date: '2025-05',
    summary:
      'A public issue told an agent to copy from a private repository into a pull request that anyone could read.',
    url: 'https://invariantlabs.ai/blog/mcp-github-vulnerability',
  },
  {
    id: 'lethal-trifecta',
    name: 'The lethal trifecta',
    date: '2025-06',
    summary: 'Why private data, untrusted text and a way out are enough, together, for data to be stolen.',
    url: 'https://simonwillison.net/2025/Jun/16/the-lethal-trifecta/',
  },
  {
    id: 'cve-2025-53109',
    name: 'CVE-2025-53109 and CVE-2025-53110 (filesystem server)',
    date: '2025',
    summary: 'A symbolic link or a path with the right beginning led out of the folders that the server was given.',
    url: 'https://nvd.nist.gov/vuln/detail/CVE-2025-53109',
    reportedBy: 'the US National Vulnerability Database',
  },
  {
    id: 'postmark-backdoor',
    name: 'postmark-mcp backdoor',
    date: '2025-09',
    summary: 'Fifteen versions behaved; the next, 1.0.16, sent a hidden copy of every mail to a stranger.',
    url: 'https://www.koi.ai/blog/postmark-mcp-npm-malicious-backdoor-email-theft',
  },
  {
    id: 'copilot-studio',
    name: 'Copilot Studio agent exfiltration',
    date: '2025',
    summary: 'One incoming mail was enough to make an agent mail customer records to its sender.',
    url: 'https://labs.zenity.io/p/a-copilot-studio-story-2-when-aijacking-leads-to-full-data-exfiltration-bc4a',
  },
  {
    id: 'cve-2026-15583',
    name: 'CVE-2026-15583 (mcp-grafana)',
    date: '2026',
    summary: 'Whoever chose the address in a header received the service token of the server.',
    url: 'https://grafana.com/security/security-advisories/cve-2026-15583',
  },
  {
    id: 'cve-2026-27825',
    name: 'CVE-2026-27825 (mcp-atlassian)',
    date: '2026',
    summary: 'A tool that saves attachments took any local path, so that a download could become code that runs.',
    url: 'https://mcpblog.dev/blog/2026-04-07-q1-2026-mcp-cve-roundup',
    reportedBy: 'mcpblog.dev',
  },
  {
    id: 'cve-2026-43989',
    name: 'CVE-2026-43989 (JunoClaw)',
    date: '2026',
    summary: 'A path parameter without bounds read any file of the host.',
    url: 'https://github.com/Dragonmonk111/junoclaw/security/advisories/GHSA-rw59-34hw-pmwp',
  },
  {
    id: 'cve-2026-43992',
    name: 'CVE-2026-43992 (JunoClaw)',
    date: '2026',
    summary: 'The seed phrase of a wallet was a tool parameter, so the model and every log of its context held it.',
    url: 'https://github.com/Dragonmonk111/junoclaw/security/advisories/GHSA-j75q-8xvm-6c48',
  },
  {
    id: 'cve-2026-44336',
    name: 'CVE-2026-44336 (PraisonAI)',
    date: '2026',
    summary: 'A path parameter without bounds wrote a file that the interpreter ran later.',
    url: 'https://github.com/MervinPraison/PraisonAI/security/advisories/GHSA-9mqq-jqxf-grvw',
  },
  {
    id: 'cve-2026-46519',
    name: 'CVE-2026-46519 (mcp-server-kubernetes)',
    date: '2026',
    summary: 'Read-only mode took the deleting tools out of the list, but a call to one was still carried out.',
    url: 'https://github.com/Flux159/mcp-server-kubernetes/security/advisories/GHSA-cr22-wjx7-2w6m',
  },
  {
    id: 'cve-2026-49257',
    name: 'CVE-2026-49257 (mcp-pinot)',
    date: '2026',
    summary: 'Query tools answered callers that had not shown who they were.',
    url: 'https://github.com/startreedata/mcp-pinot/security/advisories/GHSA-73cv-556c-w3g6',
  },
  {
    id: 'cve-2026-54309',
    name: 'CVE-2026-54309 (n8n browser)',
    date: '2026',
    summary: 'Tools that drive a browser obeyed callers that had not shown who they were.',
    url: 'https://github.com/n8n-io/n8n/security/advisories/GHSA-qrx8-25qr-5r7v',
  },
  {
    id: 'cve-2026-58195',
    name: 'CVE-2026-58195 (agentic-flow)',
    date: '2026',
    summary: 'Text from a tool argument became part of a shell command.',
    url: 'https://github.com/ruvnet/agentic-flow/security/advisories/GHSA-vcv2-r9jh-99m5',
  },
] as const satisfies readonly Incident[];

export type IncidentId = (typeof incidents)[number]['id'];

/** The incidents of these ids, in the given order. */
export function recall(...ids: readonly IncidentId[]): Incident[] {
  return ids.flatMap((id) => incidents.filter((incident) => incident.id === id));
}
