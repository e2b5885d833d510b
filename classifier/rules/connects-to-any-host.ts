import { defineRule } from '../define-rule.ts';
import { matchOf, parameterSpan, verbIs } from '../find-acts.ts';

export const connectsToAnyHost = defineRule({
  id: 'connects-to-any-host',
  asks: 'Does a call open a connection to a machine that the caller names?',
  implies: { effects: ['execute'], exposure: ['outbound'] },
  circumstance: 'light',
  why: 'The machine can be anybody’s, or one inside the network that nobody else can reach.',
  rationale: 'Opens a connection to a machine that the caller names',
  references: ['https://cwe.mitre.org/data/definitions/918.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'connect',
          description: 'Connect to a telnet server.',
          inputSchema: { type: 'object', properties: { host: { type: 'string' }, port: { type: 'integer' } } },
        },
      },
    ],
    ignores: [
      { tool: { name: 'connect', description: 'Connect to the configured database.' } },
      {
        tool: {
          name: 'get_status',
          description: 'Get the status of a host.',
          inputSchema: { type: 'object', properties: { host: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter((act) => act.source !== 'aside' && verbIs(act, 'connect'));
    const host = tool.parameters.find(
      (each) =>
        each.topLevel &&
        each.freeText &&
        /^(?:host|hostname|host_?name|ip|ip_?address|server_?address)$/i.test(each.name),
    );
    return host && acts.length > 0 ? matchOf(acts, [parameterSpan(host)]) : undefined;
  },
});
