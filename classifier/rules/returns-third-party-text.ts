import { defineRule } from '../define-rule.ts';
import { does, findActs, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';

export const returnsThirdPartyText = defineRule({
  id: 'returns-third-party-text',
  asks: 'Does a call return text that anyone can write: messages, posts, web pages, comments?',
  implies: { effects: [], exposure: ['untrusted'] },
  circumstance: 'arbitrary',
  why: 'Text of strangers can hold instructions that the agent then takes for its own.',
  rationale: 'What it returns holds text that third parties write',
  references: ['https://genai.owasp.org/llmrisk/llm01-prompt-injection/'],
  examples: {
    flags: [
      { tool: { name: 'read_email', description: 'Read an e-mail.' } },
      { tool: { name: 'web_search', description: 'Search the web.' } },
      { tool: { name: 'get_post_content', description: 'Get the content of a post.' } },
    ],
    ignores: [
      { tool: { name: 'get_settings', description: 'Get the settings.' } },
      { tool: { name: 'send_email', description: 'Send an e-mail.' } },
    ],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        (does(act, 'read') || act.verb === 'extract') &&
        act.source !== 'aside' &&
        (isThirdParty(act) || searchesTheWeb(act, tool)),
    ),
});

const thirdParty = new Set(
  'news headlines email emails mail message messages inbox thread threads post posts tweet tweets comment comments issue issues review reviews feed feeds web internet webpage webpages website websites article articles transcript subtitles replies reply conversation conversations feedback submissions chat chats mentions timeline subreddit reddit discussions notifications attachment attachments work-item tickets ticket'.split(
    ' ',
  ),
);
const counts = [
  'count',
  'stats',
  'statistics',
  'schema',
  'types',
  'status',
  'settings',
  'template',
  'templates',
  'id',
  'ids',
  'labels',
  'metadata',
  'number',
  'type',
  'fields',
  'rules',
];

function isThirdParty(act: Act): boolean {
  if (act.object.includes('network') && act.object.some((word) => /^requests?$/.test(word))) return true;
  if (
    act.object.some((word) => /^(?:papers?|preprints?)$/.test(word)) &&
    act.object.some((word) => wholeTexts.has(word))
  )
    return true;
  if (act.object.includes('work') && act.object.some((word) => /^items?$/.test(word))) return true;
  return (
    !act.object.includes('request') &&
    act.object.some((word) => thirdParty.has(word)) &&
    !act.object.some((word) => counts.includes(word))
  );
}

const webSearches = new Set(
  'perplexity exa tavily brave serp serpapi serper duckduckgo ddg kagi searxng websearch'.split(' '),
);

/** A search by a service that searches the web, whatever the words of this one tool. */
function searchesTheWeb(act: Act, { nameWords, server }: ToolReading): boolean {
  if (!verbIs(act, 'search research answer ask query find')) return false;
  return [...nameWords, ...server.nameWords].some((word) => webSearches.has(word));
}

/** What is returned of a document when it is more than its entry in a catalogue. */
const wholeTexts = new Set([
  'text',
  'content',
  'contents',
  'section',
  'sections',
  'latex',
  'markdown',
  'passages',
  'full',
]);
