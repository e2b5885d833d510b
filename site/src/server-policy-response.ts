import { recommendServerPolicy } from '../../policy/recommend-policy.ts';
import type { ServerPreset } from '../../policy/server-presets.ts';
import { jsonResponse } from './json-response.ts';
import { judgedTool } from './judged-tool.ts';
import { readServer } from './snapshot.ts';
import type { AddressedServer } from './urls.ts';

export function serverPolicyResponse(server: AddressedServer, preset: ServerPreset): Response {
  return jsonResponse(recommendServerPolicy(readServer(server).tools.map(judgedTool), preset));
}
