import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import { isMilder } from './deletes-data.ts';

export const detachesAThing = defineRule({
  id: 'detaches-a-thing',
  asks: 'Does a call take a thing off a list, or a tag off a thing?',
  implies: { effects: ['delete'], exposure: [] },
  circumstance: 'detached',
  why: 'The membership is gone while the thing itself stays, so the same server can put it back.',
  rationale: 'Takes {object} away from where it is listed',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'remove_item_from_playlist', description: 'Remove an item from a playlist.' } },
      { tool: { name: 'remove_tag', description: 'Remove a tag from a page.' } },
      { tool: { name: 'unlink_issue' } },
    ],
    ignores: [{ tool: { name: 'delete_playlist', description: 'Delete a playlist.' } }],
  },
  match: (tool) =>
    findActs(tool, (act) => {
      if (targets(act, 'cache')) return false;
      return (
        does(act, 'detach') ||
        (does(act, 'delete') && !verbIs(act, 'terminate kill unpublish') && !concerns(act, 'cache') && isMilder(act))
      );
    }),
});
