import { defineRule } from '../define-rule.ts';
import { matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import { movesMoney } from './moves-money.ts';

export const paysWhomTheCallerNames = defineRule({
  id: 'pays-whom-the-caller-names',
  asks: 'Can the caller choose who receives the money?',
  implies: { effects: [], exposure: ['outbound'] },
  why: 'A hijacked agent pays the address that it was told to pay.',
  rationale: 'The caller chooses who receives it',
  references: [],
  examples: {
    flags: [
      {
        tool: {
          name: 'transfer_funds',
          inputSchema: { type: 'object', properties: { amount: { type: 'number' }, to: { type: 'string' } } },
        },
      },
      { tool: { name: 'transfer_tokens', description: 'Transfer tokens to an address.' } },
    ],
    ignores: [{ tool: { name: 'stake_tokens', description: 'Stake tokens.' } }],
  },
  match: (tool) => {
    if (!movesMoney.match(tool)) return undefined;
    const parameter = tool.parameters.find((each) => recipient.test(each.name));
    if (parameter) return { evidence: [parameterSpan(parameter)] };
    return matchOf(
      tool.acts.filter(
        (act) => verbIs(act, 'send transfer pay withdraw') && act.complements.to?.some((word) => receivers.has(word)),
      ),
    );
  },
});

const recipient =
  /^(to|to_?address|recipients?|receivers?|payee|payee_?id|destination|dest|(recipient|destination|receiver|withdraw)_?(address|wallet|account)|address_?to)$/i;
const receivers = new Set('address addresses account wallet recipient receiver user payee person lightning'.split(' '));
