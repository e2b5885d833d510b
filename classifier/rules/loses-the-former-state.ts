import { defineRule } from '../define-rule.ts';
import { does, verbIs } from '../find-acts.ts';
import { findWarning } from '../signs/find-warning.ts';

export const losesTheFormerState = defineRule({
  id: 'loses-the-former-state',
  asks: 'Does the author warn that a change cannot be taken back, or that something is lost?',
  implies: { effects: ['delete'], exposure: [] },
  why: 'What an update overwrites for good is as gone as what a deletion removes.',
  rationale: 'Cannot be taken back, by the author’s own words',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      { tool: { name: 'deny_request', description: 'Deny a request. This action cannot be undone.' } },
      { tool: { name: 'downgrade_plan', description: 'Downgrade the plan. Stored history will be lost.' } },
      {
        tool: {
          name: 'restart_stream',
          description: 'Restart a stream.',
          inputSchema: {
            type: 'object',
            properties: { keep: { type: 'boolean', description: 'Where false, the collected state is lost.' } },
          },
        },
      },
    ],
    ignores: [
      { tool: { name: 'archive_note', description: 'Archive a note. It is not permanently deleted.' } },
      { tool: { name: 'get_policy', description: 'Get a policy. Deleting one cannot be undone.' } },
      { tool: { name: 'manage_rules', description: 'Manage rules against data loss.' } },
      { tool: { name: 'send_mail', description: 'Send a mail. This cannot be undone.' } },
    ],
  },
  match: (tool) => {
    const changes = tool.acts.some((act) => does(act, ...changing) || verbIs(act, 'write save upload download'));
    const reaches = tool.acts.some((act) => does(act, 'send', 'pay', 'sign', 'place'));
    const warning = changes && !reaches ? findWarning(tool) : undefined;
    return warning && { evidence: [warning] };
  },
});

const changing = ['update', 'administer', 'manage', 'start', 'run', 'deploy', 'clear', 'cancel'] as const;
