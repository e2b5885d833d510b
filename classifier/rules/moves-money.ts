import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';

export const movesMoney = defineRule({
  id: 'moves-money',
  asks: 'Does a call move money or value: charge, refund, transfer, trade, stake?',
  implies: { effects: ['pay'], exposure: [] },
  why: 'Money that has moved does not come back by itself, and on a blockchain not at all.',
  rationale: 'Moves money or value: {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'transfer_funds', description: 'Transfer funds to an account.' } },
      { tool: { name: 'refund_payment' } },
      { tool: { name: 'send_transaction', description: 'Sign and send a transaction.' }, server: 'evm-wallet' },
      { tool: { name: 'stakeTokens', description: 'Stake tokens.' } },
    ],
    ignores: [
      { tool: { name: 'get_transfer', description: 'Get a transfer.' } },
      { tool: { name: 'transfer_issue', description: 'Transfer an issue to another project.' } },
      { tool: { name: 'swap_quote', description: 'Get a quote for a swap.' } },
      { tool: { name: 'payment_list', description: 'List payments.' } },
    ],
  },
  match: (tool) => {
    if (tool.nameActs.some((act) => act.certain && does(act, 'cancel'))) return undefined;
    if (
      ['quote', 'price', 'prices', 'history', 'estimate', 'simulate', 'preview', 'unsigned'].some((word) =>
        tool.nameWords.has(word),
      )
    )
      return undefined;
    return findActs(tool, (act) => movesValue(act, tool));
  },
});

function movesValue(act: Act, tool: ToolReading): boolean {
  const wallet = tool.server.topics.has('wallet');
  if (verbIs(act, 'send')) return isValue(act) || act.object.some((word) => /^transactions?$/.test(word));
  if (verbIs(act, 'transfer')) return isValue(act) || (wallet && act.object.length === 0) || hasAmount(tool);
  if (verbIs(act, 'mint airdrop')) return isValue(act) || wallet;
  if (verbIs(act, 'swap bridge redeem lend borrow repay claim liquidate delegate')) return isValue(act) || wallet;
  if (verbIs(act, 'claim liquidate close') && act.heads.some((word) => /^(?:rewards?|positions?)$/.test(word)))
    return !verbIs(act, 'close') || wallet || hasTrades(tool);
  if (verbIs(act, 'execute submit process initiate issue start'))
    return act.heads.some((word) => ['trade', 'payment', 'transfer', 'swap', 'payout', 'refund'].includes(word));
  if (verbIs(act, 'create') && act.heads.some((word) => /^(transactions?|checkouts?)$/.test(word))) return bills(tool);
  if (verbIs(act, 'create') && act.heads.some((word) => /^subscriptions?$/.test(word)))
    return ['payment', 'payments', 'billing', 'charged', 'invoice'].some((word) =>
      tool.description.vocabulary.has(word),
    );
  if (verbIs(act, 'create make'))
    return (
      act.heads.some((word) =>
        ['payment', 'payout', 'transfer', 'refund', 'charge', 'withdrawal', 'purchase', 'trade'].includes(word),
      ) &&
      !act.object.includes('link') &&
      !act.object.includes('method')
    );
  if (verbIs(act, 'spend wager bet trade charge deposit stake bid'))
    return (act.certain || act.object.length > 0) && !concerns(act, 'information');
  return does(act, 'pay') && (act.certain || act.object.length > 0);
}

/** A transaction of a billing service, not of a database or of a chain: it has items and somebody who is charged. */
function bills(tool: ToolReading): boolean {
  const items = tool.parameters.some((each) => /^(?:line_?)?items$|^prices?$|^price_?ids?$/i.test(each.name));
  return (
    items &&
    ['charge', 'charged', 'billed', 'billing', 'invoice', 'payment'].some((word) =>
      tool.description.vocabulary.has(word),
    )
  );
}

function isValue(act: Act): boolean {
  return concerns(act, 'money');
}

function hasTrades(tool: ToolReading): boolean {
  return (
    ['trading', 'trade', 'position', 'positions', 'broker', 'exchange'].some((word) => tool.topicWords.has(word)) &&
    ['trading', 'trade', 'broker', 'exchange', 'alpaca', 'binance'].some(
      (word) => tool.server.nameWords.has(word) || tool.topicWords.has(word),
    )
  );
}

function hasAmount(tool: ToolReading): boolean {
  return tool.parameters.some((each) => each.words.some((word) => word.word === 'amount' || word.word === 'amounts'));
}
