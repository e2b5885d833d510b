import { formatJson } from './text/format-json.ts';

export function jsonResponse(value: unknown): Response {
  return new Response(`${formatJson(value)}\n`, { headers: { 'Content-Type': 'application/json' } });
}
