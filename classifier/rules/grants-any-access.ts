import { defineRule } from '../define-rule.ts';
import { findActs, parameterSpan, targets, verbIs } from '../find-acts.ts';

export const grantsAnyAccess = defineRule({
  id: 'grants-any-access',
  asks: 'Can the caller give somebody any rights, up to an administrator’s?',
  implies: { effects: ['administer'], exposure: [] },
  circumstance: 'container',
  why: 'Whoever chooses the policy chooses what the receiver may do from then on: everything.',
  rationale: 'Can give any rights, by a policy that the caller chooses',
  references: ['https://cwe.mitre.org/data/definitions/269.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'attach_user_policy',
          description: 'Attach a policy to a user.',
          inputSchema: { type: 'object', properties: { policy_arn: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'put_role_policy',
          inputSchema: { type: 'object', properties: { policy_document: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'detach_user_policy',
          description: 'Detach a policy from a user.',
          inputSchema: { type: 'object', properties: { policy_arn: { type: 'string' } } },
        },
      },
      { tool: { name: 'update_retention_policy', description: 'Update a retention policy.' } },
    ],
  },
  match: (tool) => {
    const document = tool.parameters.find((each) => /^policy_?(?:arn|document|statements?)$/i.test(each.name));
    if (!document) return undefined;
    const found = findActs(tool, (act) => verbIs(act, 'attach put set grant assign add') && targets(act, 'access'));
    return found && { ...found, evidence: [...found.evidence, parameterSpan(document)] };
  },
});
