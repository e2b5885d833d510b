import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';

export const signsWithAKey = defineRule({
  id: 'signs-with-a-key',
  asks: 'Does a call sign something with a key of the account?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'A signature binds whoever holds the key, and a signed transaction can be sent by anybody who has it.',
  rationale: 'Signs {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'sign_transaction', description: 'Sign a transaction.' } }],
    ignores: [{ tool: { name: 'list_signatures', description: 'List signatures.' } }],
  },
  match: (tool) => findActs(tool, (act) => does(act, 'sign') && act.certain),
});
