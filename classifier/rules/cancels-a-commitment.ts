import { defineRule } from '../define-rule.ts';
import { does, findActs, targets } from '../find-acts.ts';

export const cancelsACommitment = defineRule({
  id: 'cancels-a-commitment',
  asks: 'Does a call cancel an order, booking or subscription?',
  implies: { effects: ['delete'], exposure: [] },
  why: 'A cancelled order or booking is lost: its price, its place in the queue, its date.',
  rationale: 'Cancels {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'cancel_order', description: 'Cancel an open order.' } },
      { tool: { name: 'cancel_booking' } },
    ],
    ignores: [
      { tool: { name: 'cancel_query', description: 'Cancels a running query.' } },
      { tool: { name: 'list_cancelled_orders' } },
    ],
  },
  match: (tool) => findActs(tool, (act) => does(act, 'cancel') && !targets(act, 'process') && !isRunning(act.object)),
});

/** What runs is stopped rather than lost. */
export function isRunning(words: readonly string[]): boolean {
  const running = [
    'query',
    'search',
    'crawl',
    'execution',
    'operation',
    'request',
    'run',
    'running',
    'upload',
    'download',
    'scan',
    'import',
    'export',
    'processing',
  ];
  return words.some((word) => running.includes(word));
}
