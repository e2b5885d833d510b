import type { OwnValues } from '../sources/server-lead.ts';
import { inside, type Launchable } from './launchable.ts';
import { type Placeholder, placeholderFor } from './placeholder.ts';

/** Variables that would lead the program, its runtime or the sandbox to places that are not there. */
const reserved = /^(?:PATH|HOME|TMPDIR|NODE_OPTIONS|LD_.*|DYLD_.*)$/;

/** The launch with the user's own arguments and variables, which are marked as values to hide. */
export function withOwnValues(launchable: Launchable, values: OwnValues): Launchable {
  const named = Object.entries(values.environment).filter(
    ([name, value]) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.test(name) && !value.includes('\0'),
  );
  return {
    ...launchable,
    arguments: [...launchable.arguments, ...values.arguments],
    environment: { ...Object.fromEntries(named), ...launchable.environment },
    ownValues: placeholdersOf(values),
  };
}

/** The values of headers as something to look for in what comes back: `Bearer x` as a whole and as `x`. */
export function headerValues(headers: Readonly<Record<string, string>>): Placeholder[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [...new Set([value, value.slice(value.indexOf(' ') + 1)])].map((each) => hidden(name, each)),
  );
}

/** What an address may hold of its owner: the values of its query, and the parts of its path that are long. */
export function addressValues(address: string): Placeholder[] {
  const { pathname, searchParams } = new URL(address);
  const parts = [...pathname.split('/').filter((part) => part.length >= 16), ...searchParams.values()];
  return parts.map((part) => hidden('the address', part));
}

function placeholdersOf({ arguments: words, environment }: OwnValues): Placeholder[] {
  const named = words.map((word, index): [string, string] => {
    const [option, value] = /^(--?[\w-]+)=(.*)$/s.exec(word)?.slice(1) ?? [words[index - 1] ?? '', word];
    return [/^--?[A-Za-z]/.test(option ?? '') ? (option ?? '') : 'an argument', value ?? ''];
  });
  return [...named, ...Object.entries(environment)]
    .filter(([name, value]) => isTelling(name, value))
    .map(([name, value]) => hidden(name, value));
}

/** A plain word or number under a name that means no secret says nothing of its owner, and everybody's text holds it. */
function isTelling(name: string, value: string): boolean {
  if (placeholderFor(name, '').isSecret) return true;
  return !/^(?:-.*|[a-z]+|\d+|\/tmp)$/s.test(value) && !value.startsWith(`${inside.package}/`);
}

function hidden(name: string, value: string): Placeholder {
  // A program may print the beginning of a key alone; that of an address or a path says nothing.
  const isKey = /^[A-Za-z0-9_+=-]{16,}$/.test(value);
  return { name, value, isSecret: true, fingerprint: isKey ? value.slice(0, 8) : value };
}
