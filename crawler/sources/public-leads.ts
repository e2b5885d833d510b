import { basename } from 'node:path';
import { placeholderFor } from '../launch/placeholder.ts';
import { type ConfigLeads, collectLeads } from './config-leads.ts';
import { isReference } from './is-reference.ts';
import { neutralArguments } from './neutral-arguments.ts';
import type { ConfiguredServer } from './parse-client-config.ts';
import { readLauncher } from './read-launcher.ts';
import type { ServerLead } from './server-lead.ts';
import type { ParseOptions } from './source.ts';

/**
 * What a client's configuration leads to with names only: packages and addresses that everybody could crawl, with
 * placeholders for every value of the person's.
 */
export function publicLeads(servers: readonly ConfiguredServer[], options: ParseOptions): ConfigLeads {
  return collectLeads(servers, (server) =>
    server.url === undefined ? packageLead(server) : remoteLead(server.url, options),
  );
}

function remoteLead(address: string, options: ParseOptions): ServerLead | string {
  if (mayHoldKey(address)) return 'its address may hold a key; crawl it with --with-my-environment';
  return isReference(address, options) ? { reference: address } : 'its address is not one that can be asked';
}

function packageLead(server: ConfiguredServer): ServerLead | string {
  const launched = readLauncher(server.command ?? '', server.arguments);
  if (launched.kind === 'not-supported') return launched.reason;
  if (launched.kind === 'program') {
    const program = basename(server.command ?? '');
    return `it starts ${program}, which is no package; crawl it with --with-my-environment or --command`;
  }
  const environment = Object.keys(server.environment).map((name) => {
    const { isSecret } = placeholderFor(name, '');
    return { name, isRequired: true, isSecret, default: null, choices: [] };
  });
  return { reference: launched.reference, hints: { environment, arguments: neutralArguments(launched.rest) } };
}

/** A query, a reference to a variable, or a part that looks random: services hand out addresses that are keys. */
function mayHoldKey(address: string): boolean {
  const looksRandom = (part: string) =>
    part.length >= 32 || (part.length >= 16 && /[A-Za-z]/.test(part) && /\d/.test(part));
  return address.length > 300 || /[?$]/.test(address) || address.split(/[/.:]/).some(looksRandom);
}
