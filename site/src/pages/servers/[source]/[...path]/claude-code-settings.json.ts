import type { APIRoute } from 'astro';
import { exportClaudeCode } from '../../../../../../policy/exports/claude-code.ts';
import { suggestServerAlias } from '../../../../../../policy/exports/suggest-server-alias.ts';
import { judgedTool } from '../../../../judged-tool.ts';
import { listServerPaths } from '../../../../list-tool-paths.ts';
import { readServer } from '../../../../snapshot.ts';
import type { AddressedServer } from '../../../../urls.ts';

export const getStaticPaths = listServerPaths;

export const GET: APIRoute<AddressedServer & Record<string, unknown>> = ({ props }) => {
  const server = readServer(props);
  const { content } = exportClaudeCode(suggestServerAlias(server.identity.name), server.tools.map(judgedTool));
  return new Response(content, { headers: { 'Content-Type': 'application/json' } });
};
