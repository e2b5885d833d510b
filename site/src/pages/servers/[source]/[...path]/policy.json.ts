import type { APIRoute } from 'astro';
import { listServerPaths } from '../../../../list-tool-paths.ts';
import { serverPolicyResponse } from '../../../../server-policy-response.ts';
import type { AddressedServer } from '../../../../urls.ts';

export const getStaticPaths = listServerPaths;

export const GET: APIRoute<AddressedServer & Record<string, unknown>> = ({ props }) =>
  serverPolicyResponse(props, 'recommended');
