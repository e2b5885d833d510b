import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HintedVariable, LaunchHints } from '../launch/launch-hints.ts';
import { placeholderFor } from '../launch/placeholder.ts';
import { isReference } from './is-reference.ts';
import type { ServerLead } from './server-lead.ts';
import type { ParseOptions } from './source.ts';

/** One server of the registry, read as far as it can be crawled. */
export interface RegistryRecord {
  leads: ServerLead[];
  /** Kinds of package and remote that cannot be crawled here, one entry each: `oci`, `mcpb`, … */
  notSupported: string[];
  /** ISO 8601 as the registry writes it; null where it says nothing. */
  updatedAt: string | null;
}

const text = z.string().max(2_000);
const flag = z.boolean().catch(false).default(false);
const inputFields = {
  value: text.optional().catch(undefined),
  default: text.optional().catch(undefined),
  isRequired: flag,
  isSecret: flag,
  choices: z.array(text).max(50).catch([]).default([]),
};
const variableSchema = z.object({ name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,100}$/), ...inputFields });
const argumentSchema = z.object({
  type: z.enum(['positional', 'named']),
  name: z.string().max(100).optional().catch(undefined),
  valueHint: z.string().max(100).optional().catch(undefined),
  ...inputFields,
});
const packageSchema = z.object({
  registryType: z.string().max(40),
  identifier: z.string().max(300),
  version: z.string().max(100).nullable().catch(null).default(null),
  packageArguments: z.array(z.unknown()).max(100).catch([]).default([]),
  environmentVariables: z.array(z.unknown()).max(100).catch([]).default([]),
});
const remoteSchema = z.object({ type: z.string().max(40), url: z.string().max(2_000) });

/** A list's entry as `GET /v0.1/servers` gives it; the server itself is a server.json of schema 2025-12-11. */
const recordSchema = z.object({
  server: z.object({
    name: z.string().min(1).max(300),
    packages: z.array(z.unknown()).max(50).catch([]).default([]),
    remotes: z.array(z.unknown()).max(50).catch([]).default([]),
  }),
  _meta: z
    .object({
      'io.modelcontextprotocol.registry/official': z.object({
        status: z.string().optional().catch(undefined),
        updatedAt: z.iso.datetime({ offset: true }).optional().catch(undefined),
      }),
    })
    .optional()
    .catch(undefined),
});

/** Reads a stranger's record; undefined where it is none. A bad package or remote of a good record is left out. */
export function parseRegistryRecord(raw: unknown, options: ParseOptions): RegistryRecord | undefined {
  const parsed = recordSchema.safeParse(raw).data;
  if (!parsed) return undefined;
  const official = parsed._meta?.['io.modelcontextprotocol.registry/official'];
  const record: RegistryRecord = { leads: [], notSupported: [], updatedAt: official?.updatedAt ?? null };
  if (official?.status === 'deleted') return record;
  const { packages, remotes } = parsed.server;
  for (const found of [
    ...packages.map((each) => readPackage(each, options)),
    ...remotes.map((each) => readRemote(each, options)),
  ]) {
    if (typeof found === 'string') record.notSupported.push(found);
    else record.leads.push(found);
  }
  return record;
}

function readPackage(raw: unknown, options: ParseOptions): ServerLead | string {
  const found = packageSchema.safeParse(raw).data;
  if (!found) return 'malformed package';
  const { registryType, identifier, version } = found;
  if (registryType !== 'npm' && registryType !== 'pypi')
    return /^[a-z]{2,10}$/.test(registryType) ? registryType : 'malformed package';
  const reference = `${registryType}:${identifier}${version === null ? '' : `@${version}`}`;
  return isReference(reference, options) ? { reference, hints: readHints(found) } : 'malformed package';
}

function readRemote(raw: unknown, options: ParseOptions): ServerLead | string {
  const found = remoteSchema.safeParse(raw).data;
  if (!found || (found.type !== 'streamable-http' && found.type !== 'sse')) return 'malformed remote';
  if (/[{}]/.test(found.url)) return 'remote with variables in its address';
  return isReference(found.url, options) ? { reference: found.url } : 'malformed remote';
}

function readHints(found: z.infer<typeof packageSchema>): LaunchHints {
  const environment = found.environmentVariables.flatMap((raw): HintedVariable[] => {
    const variable = variableSchema.safeParse(raw).data;
    if (!variable) return [];
    const { name, isRequired, choices } = variable;
    const isSecret = variable.isSecret || placeholderFor(name, '').isSecret;
    const value = isSecret ? undefined : plain(variable.value ?? variable.default);
    return [{ name, isRequired, isSecret, default: value ?? null, choices }];
  });
  const seed = randomUUID();
  return { environment, arguments: found.packageArguments.flatMap((raw) => readArgument(raw, seed)) };
}

/** The words of one argument: fixed ones as they are, required ones with a value, none of the others. */
function readArgument(raw: unknown, seed: string): string[] {
  const found = argumentSchema.safeParse(raw).data;
  const name = found?.name ?? found?.valueHint ?? '';
  if (!found || (found.type === 'named' && !/^--?[A-Za-z][\w-]*$/.test(name))) return [];
  const { isRequired, isSecret, value, choices } = found;
  if (value === undefined && !isRequired) return [];
  const proposed = isSecret ? undefined : plain(value ?? found.default ?? choices[0]);
  const word = proposed ?? placeholderFor(isSecret ? `${name}_SECRET` : name, seed).value;
  return found.type === 'named' ? [name, word] : [word];
}

/** A value that is no template for one. */
function plain(value: string | undefined): string | undefined {
  return value && !/[{}]/.test(value) ? value : undefined;
}
