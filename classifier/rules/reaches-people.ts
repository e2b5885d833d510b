import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';

export const reachesPeople = defineRule({
  id: 'reaches-people',
  asks: 'Does a call make something reach other people: a message, comment, post or call?',
  implies: { effects: ['send'], exposure: ['outbound'] },
  why: 'What others have received cannot be taken back, and it can carry anything that the agent has read.',
  rationale: 'Sends {object} to others',
  references: ['https://owasp.org/www-project-top-10-for-large-language-model-applications/'],
  examples: {
    flags: [
      { tool: { name: 'send_email', description: 'Sends an e-mail.' } },
      { tool: { name: 'reply_to_message' } },
      { tool: { name: 'note_create', description: 'Add a comment to an issue.' } },
      { tool: { name: 'post_tweet', description: 'Post a tweet.' } },
    ],
    ignores: [
      { tool: { name: 'list_messages', description: 'Lists messages.' } },
      { tool: { name: 'get_post', description: 'Get a post.' } },
      { tool: { name: 'send_transaction', description: 'Send a transaction.' } },
      { tool: { name: 'create_note', description: 'Create a note.' } },
    ],
  },
  match: (tool) => findActs(tool, (act) => isSend(act) || isComment(act) || isPublication(act)),
});

const machineNouns = new Set(
  `transaction transactions request requests log logs event events data rpc http
  eth sol btc tokens token nft funds payment payments coins money archive trash`.split(/\s+/),
);

function isSend(act: Act): boolean {
  if (!does(act, 'send') || concerns(act, 'order')) return false;
  if (verbIs(act, 'broadcast publish announce')) return !act.object.some((word) => /^transactions?$/.test(word));
  if (verbIs(act, 'email mail') && act.source === 'name') return act.certain;
  if (act.object.some((word) => machineNouns.has(word)))
    return concerns(act, 'message') && act.verb === 'send' && !movesValue(act);
  if (act.complements.to?.some((word) => ['archive', 'trash', 'back', 'front'].includes(word))) return false;
  if (verbIs(act, 'post')) return concerns(act, 'message') || concerns(act, 'publication') || act.source !== 'name';
  if (verbIs(act, 'call dial')) return concerns(act, 'call') || act.verb === 'dial' || act.heads.includes('webhook');
  if (verbIs(act, 'share')) return act.source !== 'aside' && (act.certain || act.object.length > 0);
  if (verbIs(act, 'message comment fax dm sms')) return act.source !== 'name' || act.object.length > 0;
  return !verbIs(act, 'remind page submit');
}

function movesValue(act: Act): boolean {
  return act.object.some((word) =>
    ['payment', 'payments', 'tokens', 'token', 'funds', 'money', 'nft', 'transaction'].includes(word),
  );
}

/** A comment on something that others follow. */
export function isComment(act: Act): boolean {
  if (!does(act, 'create') && !verbIs(act, 'submit leave')) return false;
  if (
    targets(act, 'comment') &&
    act.heads.some((word) => ['comment', 'comments', 'reply', 'review', 'discussion'].includes(word))
  )
    return true;
  return act.heads.some((word) => ['comment', 'comments'].includes(word));
}

/** Making something whose only point is that others see it. */
function isPublication(act: Act): boolean {
  if (!verbIs(act, 'create add make submit')) return false;
  return (
    act.heads.some((word) =>
      ['post', 'tweet', 'message', 'notification', 'announcement', 'thread', 'reel', 'dm', 'sms', 'broadcast'].includes(
        word,
      ),
    ) && !act.object.includes('draft')
  );
}
