import { defineRule } from '../define-rule.ts';
import { does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';
import { movesMoney } from './moves-money.ts';
import { placesAnOrder } from './places-an-order.ts';

export const createsARecord = defineRule({
  id: 'creates-a-record',
  asks: 'Does a call make a new record, file or resource?',
  implies: { effects: ['create'], exposure: [] },
  why: 'What is created can usually be removed again, but it fills a place, and some things cost while they exist.',
  rationale: 'Creates {object}',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      { tool: { name: 'create_ticket', description: 'Create a ticket.' } },
      { tool: { name: 'bucket_create' } },
      { tool: { name: 'storeMemory', description: 'Stores a memory.' } },
    ],
    ignores: [
      { tool: { name: 'list_created_tickets', description: 'Lists tickets by creation date.' } },
      { tool: { name: 'create_summary', description: 'Summarizes a text.' } },
    ],
  },
  match: (tool) => {
    const isDescribed = tool.description.mainActs.length > 0;
    return findActs(tool, (act) => does(act, 'create') && !(isDescribed && isOutput(act)) && !isCommitment(act, tool));
  },
});

const outputs = new Set(
  'summary chart hash uuid diagram plot visualization regex embedding embeddings placeholder locator'.split(' '),
);

/** "Create a summary", "build a chart": text or a picture that only comes back in the answer. */
export function isOutput(act: Act): boolean {
  const isPlaced =
    act.complements.in !== undefined || act.complements.into !== undefined || act.complements.to !== undefined;
  return !isPlaced && verbIs(act, 'create make construct compose build') && act.heads.some((word) => outputs.has(word));
}

/** An order or a payment that a call places is no record of its own. */
function isCommitment(act: Act, tool: ToolReading): boolean {
  const isPaid = targets(act, 'order') || act.heads.some((word) => /^(payments?|transactions?|charges?)$/.test(word));
  return isPaid && (placesAnOrder.match(tool) !== undefined || movesMoney.match(tool) !== undefined);
}
