import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { defaultLimits } from '../../crawler/limits.ts';
import { clientConfigPlaces } from '../../crawler/sources/client-config-places.ts';
import type { ConfigLeads } from '../../crawler/sources/config-leads.ts';
import { parseClientConfig } from '../../crawler/sources/parse-client-config.ts';
import { parseReference } from '../../crawler/sources/parse-reference.ts';
import { privateLeads } from '../../crawler/sources/private-leads.ts';
import { publicLeads } from '../../crawler/sources/public-leads.ts';
import { readMcpRegistry, registryAddress } from '../../crawler/sources/read-mcp-registry.ts';
import { commandLead, headerLead, readOwnReference, toolListLead } from '../../crawler/sources/read-own-reference.ts';
import { readBookmark, saveBookmark } from '../../crawler/sources/registry-bookmark.ts';
import type { ServerLead } from '../../crawler/sources/server-lead.ts';
import { UsageError } from '../../domain/errors.ts';
import { showHidden } from '../../domain/visible-text.ts';
import { readHeader } from './read-header.ts';
import type { Settings } from './settings.ts';

/** Where the command line says that servers are named. */
export interface LeadOptions {
  registry?: string | undefined;
  /** ISO 8601. */
  updatedSince?: string | undefined;
  refresh?: boolean | undefined;
  onlyFailed?: boolean | undefined;
  limit?: number | undefined;
  config?: string[] | undefined;
  discover?: boolean | undefined;
  withMyEnvironment?: boolean | undefined;
  command?: string | undefined;
  toolsList?: string | undefined;
  name?: string | undefined;
  header?: string[] | undefined;
  allowLocal: boolean;
}

export interface GatheredLeads {
  /** In order; no two the same. */
  references: string[];
  leads: Map<string, ServerLead>;
  /** What the user typed for an own server, by its reference. */
  typed: Map<string, string>;
  /** To be called when all of them were crawled: the next reading of the registry begins where this one ended. */
  remember(): Promise<void>;
}

/** Reads everything that names a server, and tells on standard error what of it is not crawled. Throws UsageError. */
export async function gatherLeads(
  references: readonly string[],
  options: LeadOptions,
  settings: Settings,
  signal: AbortSignal,
): Promise<GatheredLeads> {
  const found = readTyped(references, options, settings);
  const own = found.filter(({ lead }) => lead.own);
  const typed = new Map(own.map(({ lead, text }) => [lead.reference, text]));
  if (typed.size < own.length) throw new UsageError('Expected own servers of different names; got one name twice.');
  const leads = new Map(found.map(({ lead }) => [lead.reference, lead]));
  const add = (more: readonly ServerLead[]) => {
    for (const lead of more) {
      if (!leads.has(lead.reference)) leads.set(lead.reference, lead);
      else if (lead.own) console.error(`${showHidden(lead.reference)}: not crawled again: another has the same name.`);
    }
  };
  for (const { leads: more, notes } of readConfigs(options, settings)) {
    add(more);
    for (const { name, reason } of notes) console.error(`${showHidden(name)}: ${reason}.`);
  }
  const registry = options.registry ? await readRegistry(options.registry, options, settings, signal) : null;
  if (registry) add(registry.leads);
  const names = [...leads.keys()];
  if (names.length === 0 && !registry && !options.discover && !options.config && !options.onlyFailed) {
    throw new UsageError('Expected a reference, or an option that names servers; got none. Use --help to see them.');
  }
  return {
    references: options.onlyFailed ? names : names.slice(0, options.limit),
    leads,
    typed,
    remember: async () =>
      registry?.remember(options.onlyFailed === true || names.length > (options.limit ?? names.length)),
  };
}

/** The references and options that name one server each. */
function readTyped(references: readonly string[], options: LeadOptions, settings: Settings) {
  const { allowLocal, command, toolsList } = options;
  const own = { folder: workFolder(settings), name: options.name ?? null };
  const headers = (options.header ?? []).map((text) => readHeader(text, settings.environment));
  const isRemote = (reference: string) => /^https?:/i.test(reference);
  if (headers.length > 0 && references.filter(isRemote).length !== 1) {
    throw new UsageError('Expected exactly one address with --header: a header is for one server alone.');
  }
  const found = references.map((text) => {
    const lead =
      headers.length > 0 && isRemote(text)
        ? headerLead(text, Object.fromEntries(headers.map(({ name, value }) => [name, value])), { ...own, allowLocal })
        : readOwnReference(text, own);
    if (!lead) parseReference(text, { allowLocal });
    return { text, lead: lead ?? { reference: text } };
  });
  if (command !== undefined) {
    const lead = commandLead(command, own);
    // The line itself may hold a key.
    found.push({ text: lead.reference, lead });
  }
  if (toolsList !== undefined) found.push({ text: toolsList, lead: toolListLead(toolsList, own) });
  if (options.name !== undefined && found.filter(({ lead }) => lead.own).length !== 1) {
    throw new UsageError('Expected exactly one own server with --name, such as dir:<path>; got another number.');
  }
  for (const { lead } of found.filter(({ lead }) => lead.own)) {
    console.error(`${showHidden(lead.reference)} stays out of every site that is built without --include-private.`);
  }
  return found;
}

/** npm starts a script in the project's folder and says here where the user stood. */
function workFolder({ environment }: Settings): string {
  return environment.INIT_CWD || process.cwd();
}

function readConfigs(options: LeadOptions, settings: Settings): ConfigLeads[] {
  const folder = workFolder(settings);
  const named = (options.config ?? []).map((path) => ({ client: path, path: resolve(folder, path) }));
  const places = clientConfigPlaces(settings.environment.HOME || homedir(), folder);
  const there = options.discover ? places.filter(({ path }) => existsSync(path)) : [];
  const found = there.filter(({ isProject }) => !(isProject && options.withMyEnvironment));
  for (const { path } of there.filter((place) => !found.includes(place))) {
    console.error(
      `${path}: not read with your environment, because a project's file may be a stranger's. Use --config.`,
    );
  }
  if (options.discover && there.length === 0) console.error('No configuration of a client was found.');
  return [...named, ...found].map(({ client, path }) => {
    const servers = parseClientConfig(readText(path), path);
    console.error(`${client}: ${counted(servers.length, 'server')} configured.`);
    return options.withMyEnvironment
      ? privateLeads(servers, { ...options, environment: settings.environment, folder })
      : publicLeads(servers, options);
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError(`Expected ${path} to be a file that can be read; it is not.`, { cause });
  }
}

async function readRegistry(address: string, options: LeadOptions, settings: Settings, signal: AbortSignal) {
  const { allowLocal, limit = null } = options;
  const registry = registryAddress(address, allowLocal);
  const updatedSince =
    options.updatedSince !== undefined
      ? readDate(options.updatedSince)
      : options.refresh
        ? null
        : await readBookmark(settings, registry);
  const reading = await readMcpRegistry(registry, { limit, updatedSince, allowLocal, limits: defaultLimits, signal });
  const kinds = Object.entries(reading.notSupported).map(([kind, count]) => `${count} ${kind}`);
  const told = [
    `${counted(reading.leads.length, 'server')}${updatedSince === null ? '' : ` changed since ${updatedSince}`}`,
    ...(kinds.length > 0 ? [`not supported: ${kinds.join(', ')}`] : []),
    ...(reading.dropped > 0 ? [`${counted(reading.dropped, 'record')} could not be read`] : []),
    ...(reading.partial === null ? [] : [`read in part: ${reading.partial}`]),
  ];
  console.error(`${registry}: ${told.join('; ')}.`);
  const remember = async (isCut: boolean) => {
    const isWhole = reading.partial === null && !isCut && reading.newest !== null;
    if (isWhole && reading.newest !== null) await saveBookmark(settings, registry, reading.newest);
  };
  return { leads: reading.leads, remember };
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function readDate(text: string): string {
  const at = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new UsageError(
      `Expected --updated-since to be a date such as 2026-11-01T00:00:00Z; got "${text.slice(0, 40)}".`,
    );
  }
  return new Date(at).toISOString();
}
