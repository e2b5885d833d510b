import { defineRule } from '../define-rule.ts';
import { does, findActs, targets, verbIs } from '../find-acts.ts';

export const placesAnOrder = defineRule({
  id: 'places-an-order',
  asks: 'Does a call place an order, a bid or a purchase?',
  implies: { effects: ['pay'], exposure: [] },
  why: 'An order commits the account to pay, at a price that may move before anybody looks.',
  rationale: 'Places {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'place_order', description: 'Place a market order.' } }, { tool: { name: 'createOrder' } }],
    ignores: [
      { tool: { name: 'list_orders', description: 'List orders.' } },
      { tool: { name: 'cancel_order', description: 'Cancel an order.' } },
      { tool: { name: 'get_place_details', description: 'Details of a place.' } },
    ],
  },
  match: (tool) => {
    if (tool.nameActs.some((act) => act.certain && does(act, 'cancel', 'delete', 'update'))) return undefined;
    return findActs(tool, (act) => {
      const isOrder = act.heads.some((word) => /^(orders?|bids?|bets?|trades?|purchases?)$/.test(word));
      if (verbIs(act, 'place')) return isOrder || targets(act, 'order');
      if (verbIs(act, 'order'))
        return act.certain && act.source === 'name' && act.object.length > 0 && !targets(act, 'information');
      return (
        verbIs(act, 'create submit make open execute modify') &&
        isOrder &&
        !act.object.includes('work') &&
        !act.object.includes('sort')
      );
    });
  },
});
