import type { APIRoute } from 'astro';
import { recommendToolPolicy } from '../../../../../../policy/recommend-policy.ts';
import { jsonResponse } from '../../../../json-response.ts';
import { judgedTool } from '../../../../judged-tool.ts';
import { listToolPaths } from '../../../../list-tool-paths.ts';
import { readTool } from '../../../../snapshot.ts';

export const getStaticPaths = listToolPaths;

type Props = ReturnType<typeof listToolPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props }) =>
  jsonResponse(recommendToolPolicy(judgedTool(readTool(props, props.tool).tool)));
