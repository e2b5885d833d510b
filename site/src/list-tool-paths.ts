import { readIndex } from './snapshot.ts';

/** Addresses alone: rows held for every page at once would cost kilobytes of memory each. */
export function listToolPaths() {
  return readIndex().flatMap(({ identity, slug, tools }) =>
    tools.map((tool) => ({
      params: { source: identity.source, path: `${slug}/${tool.slug}` },
      props: { identity, slug, tool: tool.slug },
    })),
  );
}

export function listServerPaths() {
  return readIndex().map(({ identity, slug }) => ({
    params: { source: identity.source, path: slug },
    props: { identity, slug },
  }));
}
