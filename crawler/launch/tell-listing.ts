import type { LaunchRecipe, Listing } from '../../domain/crawl-outcome.ts';
import { sayVariations, withVariations } from '../compare-lists.ts';
import type { ListingAttempt } from '../list-tools.ts';
import { argumentSecrets } from './argument-secrets.ts';
import { hideValues } from './hide-values.ts';
import type { Try } from './next-try.ts';
import type { Failure } from './read-failure.ts';
import { readShortfall } from './read-shortfall.ts';
import { readTriedHosts } from './tried-hosts.ts';

/** A start that got a list. The attempt's stderr is redacted. */
export interface Found {
  given: Try;
  attempt: ListingAttempt;
  listing: Listing;
}

/** What may be told of a list and how it was got: without the values that were passed. */
export function tellListing({ given, attempt, listing: found }: Found): Failure & {
  listing: Listing;
  recipe: LaunchRecipe;
} {
  const secrets = argumentSecrets(given.arguments);
  const values = [...given.environment, ...secrets];
  const { listing: hidden, printed } = hideValues(found, values);
  const again = attempt.again && hideValues({ ...found, tools: attempt.again }, values).listing.tools;
  const listing = withTriedHosts(withVariations(hidden, again), attempt.stderr);
  const shortfall = readShortfall({ ...attempt, listing });
  const prints = printed.length > 0 ? ` Its definitions print the value of ${printed.join(', ')}.` : '';
  const words = given.arguments.map((word) =>
    secrets.reduce((text, { name, value }) => text.replaceAll(value, `‹value of ${name}›`), word),
  );
  const environmentNames = given.environment.map(({ name }) => name);
  const homeFiles = Object.keys(given.files ?? {});
  return {
    outcome: shortfall ? 'listed-partly' : 'listed',
    reason: `${shortfall ?? sayHow(given)}${prints}${sayVariations(listing)}`,
    listing,
    recipe: { rung: given.rung, arguments: words, environmentNames, ...(homeFiles.length > 0 && { homeFiles }) },
  };
}

function withTriedHosts(listing: Listing, stderr: string): Listing {
  return listing.observed
    ? { ...listing, observed: { ...listing.observed, triedHosts: readTriedHosts(stderr) } }
    : listing;
}

function sayHow({ arguments: words, environment, files = {} }: Try): string {
  const made = Object.keys(files);
  const parts = [
    ...(words.length > 0 ? ['arguments'] : []),
    ...(environment.length > 0 ? [`placeholders for ${environment.map(({ name }) => name).join(', ')}`] : []),
    ...(made.length > 0 ? [`made-up files in its home (${made.join(', ')})`] : []),
  ];
  return parts.length > 0
    ? `Listed when it was given ${parts.join(' and ')}.`
    : 'Listed without arguments or variables.';
}
