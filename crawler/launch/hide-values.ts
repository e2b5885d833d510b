import type { Listing } from '../../domain/crawl-outcome.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { ToolDefinition } from '../../domain/tool.ts';
import type { Placeholder } from './placeholder.ts';

const minLength = 6;
/** Values that are no secret count only where nobody would write them by chance. */
const distinctive = /placeholder/;

/**
 * The listing with every value that we passed replaced by `‹value of NAME›`, and the names whose values it held: such a
 * server prints its configuration to every client.
 */
export function hideValues(
  listing: Listing,
  placeholders: readonly Placeholder[],
): { listing: Listing; printed: string[] } {
  const { hide, printed } = hider(placeholders);
  const { serverInfo, instructions, tools, rejected } = listing;
  const hidden: Listing = {
    ...listing,
    serverInfo: {
      name: hide(serverInfo.name),
      version: hide(serverInfo.version),
      title: serverInfo.title && hide(serverInfo.title),
    },
    instructions: instructions && hide(instructions),
    tools: tools.map((tool) => hideDeep(tool, hide) as ToolDefinition),
    rejected: rejected.map(({ name, reason }) => ({ name: name && hide(name), reason: hide(reason) })),
  };
  return { listing: hidden, printed: [...printed] };
}

/** Any data with the values replaced in the same way, in keys too. It is to hold plain objects alone. */
export function hideEverywhere<Data extends object>(data: Data, placeholders: readonly Placeholder[]): Data {
  return hideDeep(data as unknown as JsonValue, hider(placeholders).hide) as unknown as Data;
}

function hider(placeholders: readonly Placeholder[]) {
  const needles = placeholders.flatMap(needlesOf).sort((a, b) => b.text.length - a.text.length);
  const printed = new Set<string>();
  const hide = (text: string) => {
    let shown = text;
    for (const { name, text: needle, isSecret } of needles) {
      if (!shown.includes(needle)) continue;
      shown = shown.replaceAll(needle, `‹value of ${name}›`);
      if (isSecret) printed.add(name);
    }
    return shown;
  };
  return { hide, printed };
}

/** The ways in which a value comes back: as it is, base64, percent- or JSON-escaped, or its beginning alone. */
function needlesOf({ name, value, isSecret, fingerprint }: Placeholder) {
  if (value.length < minLength || !(isSecret || distinctive.test(value))) return [];
  const base64 = Buffer.from(value).toString('base64').replace(/=+$/, '');
  const forms = [
    value,
    base64,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    ...(isSecret ? [fingerprint] : []),
  ];
  return [...new Set(forms)].map((text) => ({ name, text, isSecret }));
}

function hideDeep(value: JsonValue, hide: (text: string) => string): JsonValue {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((each) => hideDeep(each, hide));
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines keys, so that a key `__proto__` stays a key.
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [hide(key), hideDeep(each, hide)]));
}
