import { defineRule } from '../define-rule.ts';
import { matchOf, parameterSpan } from '../find-acts.ts';
import type { Parameter } from '../reading/read-schema.ts';

export const sendsAFreeRequest = defineRule({
  id: 'sends-a-free-request',
  asks: 'Can the caller choose both method and address of a request?',
  implies: { effects: ['execute'], exposure: ['outbound', 'unbounded'] },
  why: 'With a free method and path a call can do whatever the credentials behind it permit.',
  rationale: 'Sends a request whose method and address the caller chooses',
  references: ['https://cwe.mitre.org/data/definitions/918.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'http_request',
          inputSchema: {
            type: 'object',
            properties: { method: { enum: ['GET', 'POST', 'DELETE'] }, url: { type: 'string' } },
          },
        },
      },
      {
        tool: {
          name: 'http_put',
          description: 'Make an HTTP PUT request.',
          inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'http_get',
          inputSchema: { type: 'object', properties: { method: { enum: ['GET', 'HEAD'] }, url: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'create_monitor',
          description: 'Create a monitor of an address.',
          inputSchema: { type: 'object', properties: { method: { type: 'string' }, url: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const method = tool.parameters.find(
      (each) => each.topLevel && /^(http_?)?method$/i.test(each.name) && isModifying(each),
    );
    const address = tool.parameters.find(
      (each) =>
        each.topLevel && each.freeText && /^(url|uri|path|endpoint|route|endpoint_?path|api_?path)$/i.test(each.name),
    );
    const acts = tool.acts.filter(
      (act) =>
        act.object.includes('request') && ['post', 'put', 'patch', 'delete'].some((word) => act.object.includes(word)),
    );
    if (acts.length > 0 && (address || tool.nameWords.has('http')))
      return matchOf(acts, address ? [parameterSpan(address)] : []);
    if (!method || !address) return undefined;
    const asks = ['request', 'requests', 'call', 'http', 'curl', 'invoke', 'proxy'].some((word) =>
      tool.topicWords.has(word),
    );
    const stores = tool.acts.some(
      (act) => act.verbClass === 'create' || act.verbClass === 'update' || act.verbClass === 'compute',
    );
    return asks && !stores ? { evidence: [parameterSpan(method), parameterSpan(address)] } : undefined;
  },
});

function isModifying(parameter: Parameter): boolean {
  if (parameter.freeText) return true;
  return parameter.values.some(({ value }) => ['post', 'put', 'patch', 'delete'].includes(value.toLowerCase()));
}
