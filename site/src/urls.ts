import type { RiskLevel } from '../../domain/classification.ts';
import type { ServerIdentity } from '../../domain/server.ts';

/** As much of a server as its addresses need. */
export interface AddressedServer {
  identity: ServerIdentity;
  slug: string;
}

export const homeUrl = '/';
export const serversUrl = '/servers/';
export const toolsUrl = '/tools/';
export const rulesUrl = '/rules/';
export const methodUrl = '/method/';
export const labelsUrl = '/method/labels/';
export const coverageUrl = '/coverage/';
export const contradictionsUrl = '/contradictions/';

export const serverUrl = (server: AddressedServer) => `/servers/${serverPath(server)}/`;
export const serverPolicyUrl = (server: AddressedServer) => `${serverUrl(server)}policy.json`;
export const serverPresetUrl = (server: AddressedServer, preset: string) => `${serverUrl(server)}policy-${preset}.json`;
export const claudeCodeUrl = (server: AddressedServer) => `${serverUrl(server)}claude-code-settings.json`;

export const toolUrl = (server: AddressedServer, tool: { slug: string }) =>
  `/tools/${serverPath(server)}/${tool.slug}/`;
export const toolPolicyUrl = (server: AddressedServer, tool: { slug: string }) => `${toolUrl(server, tool)}policy.json`;

export const ruleUrl = (id: string) => `/rules/${id}/`;
export const serversPageUrl = (page: number) => (page === 1 ? serversUrl : `/servers/page/${page}/`);
export const riskUrl = (risk: RiskLevel, page = 1) => `/tools/risk/${risk}/${page === 1 ? '' : `${page}/`}`;

/** Every segment of a slug is made for addresses (domain/slug.ts), so nothing is left to encode. */
function serverPath(server: AddressedServer): string {
  return `${server.identity.source}/${server.slug}`;
}
