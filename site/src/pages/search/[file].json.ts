import type { APIRoute } from 'astro';
import { manifestFile, shardFile } from '../../search/index-format.ts';
import { readSearchIndex } from '../../search/read-snapshot-index.ts';

type Props = { prefix: string | null };

export function getStaticPaths() {
  const shards = readSearchIndex().manifest.prefixes.map((prefix) => ({
    params: { file: shardFile(prefix) },
    props: { prefix },
  }));
  return [{ params: { file: manifestFile }, props: { prefix: null } }, ...shards];
}

export const GET: APIRoute<Props> = ({ props: { prefix } }) => {
  const { manifest, shards } = readSearchIndex();
  return new Response(JSON.stringify(prefix === null ? manifest : shards.get(prefix)), {
    headers: { 'Content-Type': 'application/json' },
  });
};
