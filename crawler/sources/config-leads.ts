import { ownName } from './own-name.ts';
import type { ConfiguredServer } from './parse-client-config.ts';
import type { ServerLead } from './server-lead.ts';

/** What a client's configuration leads to. */
export interface ConfigLeads {
  leads: ServerLead[];
  /** Servers that are not crawled, or not quite as configured, with why. Holds no value of the configuration. */
  notes: Array<{ name: string; reason: string }>;
}

/** Reads each server by `read`, which answers why where it leads to nothing, and may note what is left out. */
export function collectLeads(
  servers: readonly ConfiguredServer[],
  read: (server: ConfiguredServer, note: (reason: string) => void) => ServerLead | string,
): ConfigLeads {
  const found: ConfigLeads = { leads: [], notes: [] };
  for (const server of servers) {
    const note = (reason: string) => found.notes.push({ name: ownName(server.name), reason });
    const lead = read(server, note);
    if (typeof lead === 'string') note(`not crawled: ${lead}`);
    else found.leads.push(lead);
  }
  return found;
}
