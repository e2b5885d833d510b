import { defineRule } from '../define-rule.ts';
import { does, verbIs } from '../find-acts.ts';
import { spanAt } from '../find-spans.ts';
import type { Act } from '../reading/act.ts';

export const goesOnInTheBackground = defineRule({
  id: 'goes-on-in-the-background',
  asks: 'Does the call start work that goes on after it has answered?',
  implies: { effects: ['execute'], exposure: [] },
  circumstance: 'light',
  why: 'What was started runs on whether or not anybody still wants it, and its result comes unseen.',
  rationale: 'Starts work that goes on after the call',
  references: ['https://learn.microsoft.com/en-us/azure/architecture/patterns/async-request-reply'],
  examples: {
    flags: [
      { tool: { name: 'import_terms', description: 'Import terms. This is an asynchronous operation.' } },
      { tool: { name: 'make_film', description: 'Generate a film as a background job.' } },
    ],
    ignores: [
      { tool: { name: 'get_import', description: 'Get the state of an asynchronous import.' } },
      { tool: { name: 'create_policy', description: 'Create a policy. Creation is asynchronous.' } },
      { tool: { name: 'import_note', description: 'Import a note.' } },
    ],
  },
  match: (tool) => {
    const { text, lower } = tool.description;
    const looks = tool.acts.some((act) => act.source !== 'aside' && does(act, 'read', 'detach', 'delete', 'cancel'));
    const works = tool.acts.some((act) => does(act, 'compute', 'run') || verbIs(act, jobs) || isReport(act));
    if (looks || !works) return undefined;
    for (const phrase of phrases) {
      const at = lower.indexOf(phrase);
      if (at >= 0) return { evidence: [spanAt('/description', text, at, at + phrase.length)] };
    }
    return undefined;
  },
});

/** Verbs of creation that are work; the creation of one record that only settles later is none. */
const jobs = 'import ingest export sync synchronize synchronise backup build index seed populate deploy';

/** What authors write of such a call; lower case. */
const phrases = [
  'asynchronous',
  'async job',
  'async import',
  'async operation',
  'async task',
  'background job',
  'background task',
  'returns a job id',
  'returns the job id',
  'returns a task id',
];

function isReport(act: Act): boolean {
  return verbIs(act, 'create') && act.heads.some((word) => /^(?:reports?|exports?|dumps?)$/.test(word));
}
