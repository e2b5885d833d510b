import { defineRule } from '../define-rule.ts';
import { does, matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import type { Parameter } from '../reading/read-schema.ts';

export const fetchesAnyPage = defineRule({
  id: 'fetches-any-page',
  asks: 'Can the caller choose a web address that is fetched or opened?',
  implies: { effects: [], exposure: ['outbound', 'untrusted'] },
  circumstance: 'arbitrary',
  why: 'The address can carry data out, and what comes back was written by strangers.',
  rationale: 'Fetches or opens an address that the caller chooses',
  references: ['https://cwe.mitre.org/data/definitions/918.html'],
  examples: {
    flags: [
      {
        tool: {
          name: 'fetch_page',
          description: 'Fetch a web page.',
          inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
        },
      },
      {
        tool: {
          name: 'browser_navigate',
          description: 'Navigate to a URL.',
          inputSchema: { type: 'object', properties: { url: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'get_ticket',
          description: 'Get a ticket.',
          inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.filter(
      (act) =>
        verbIs(
          act,
          'fetch scrape crawl navigate goto open extract browse visit download read convert summarize read get load go map screenshot capture analyze analyse understand describe transcribe compare parse',
        ) ||
        (does(act, 'interact') && act.object.includes('url')),
    );
    const parameter = tool.parameters.find((each) => each.topLevel && each.freeText && isAddress(each));
    return acts.length > 0 && parameter ? matchOf(acts, [parameterSpan(parameter)]) : undefined;
  },
});

const addressName =
  /^(url|urls|uri|link|links|website|webpage|page_?url|site_?url|target_?url|web_?url|feed_?url|(image|video|audio|file|document|pdf|media)_?(url|urls|uri))$/i;

/** By its name, or by what its description says of it: "Local file path or remote URL". */
function isAddress({ name, description }: Parameter): boolean {
  return (
    addressName.test(name) ||
    /\b(?:remote|or|any|image|video|file|https?) urls?\b(?!-)/i.test(description.slice(0, 200))
  );
}
