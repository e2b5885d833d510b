import { defineRule } from '../define-rule.ts';
import { does, findActs, verbIs } from '../find-acts.ts';
import { isSessionAct } from './acts-in-a-session.ts';
import { movesMoney } from './moves-money.ts';
import { placesAnOrder } from './places-an-order.ts';

export const changesARecord = defineRule({
  id: 'changes-a-record',
  asks: 'Does a call change something that exists?',
  implies: { effects: ['update'], exposure: [] },
  why: 'The same server can set it back, if somebody still knows what stood there.',
  rationale: 'Changes {object}',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      { tool: { name: 'update_contact', description: 'Update a contact.' } },
      { tool: { name: 'renameFolder' } },
      { tool: { name: 'archive_task', description: 'Archives a task.' } },
    ],
    ignores: [{ tool: { name: 'list_updates', description: 'Lists the latest updates.' } }],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        (does(act, 'update') && !isSessionAct(act, tool)) ||
        verbIs(act, 'unpublish') ||
        (verbIs(act, 'claim place transfer swap') &&
          act.certain &&
          !movesMoney.match(tool) &&
          !placesAnOrder.match(tool)),
    ),
});
