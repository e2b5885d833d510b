import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, leadsTo, targets, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import { isMark } from './resets-data.ts';

export const deletesData = defineRule({
  id: 'deletes-data',
  asks: 'Does a call remove a record, file or other thing?',
  implies: { effects: ['delete'], exposure: [] },
  why: 'A wrong call loses what was there. One deleted thing is bounded, but the server that deletes seldom restores.',
  rationale: 'Deletes {object}',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      { tool: { name: 'delete_note', description: 'Removes a note for good.' } },
      { tool: { name: 'board_list_delete' }, siblings: ['board_list_get', 'board_list_delete'] },
      { tool: { name: 'records', description: '删除一条记录' } },
    ],
    ignores: [
      { tool: { name: 'list_deleted_notes', description: 'Lists notes that were deleted.' } },
      { tool: { name: 'remove_item_from_playlist', description: 'Remove an item from a playlist.' } },
    ],
  },
  match: (tool) =>
    findActs(tool, (act) => does(act, 'delete') && !isMilder(act) && !isGraver(act) && !isMark(act.heads)),
});

/** Taking something off a list or a role off a person leaves the thing itself. */
export function isMilder(act: Act): boolean {
  if (verbIs(act, 'unpublish') || concerns(act, 'cache')) return true;
  if (verbIs(act, 'terminate kill') && act.heads.some((word) => stopped.has(word))) return true;
  if (verbIs(act, 'remove delete') && act.heads.some((word) => ties.has(word))) return true;
  if (!verbIs(act, 'remove')) return targets(act, 'cache');
  return (
    targets(act, 'tag') ||
    targets(act, 'cache') ||
    leadsTo(act, 'from', 'list') ||
    leadsTo(act, 'from', 'person') ||
    (leadsTo(act, 'from', 'container') && !act.heads.some((word) => contents.has(word))) ||
    (targets(act, 'access') && leadsTo(act, 'from', 'person'))
  );
}

/** Containers and whole sets have rules of their own. */
export function isGraver(act: Act): boolean {
  return targets(act, 'container') || concerns(act, 'everything') || verbIs(act, 'purge truncate wipe empty flush');
}

/** What a container holds and nothing else keeps: taken out of it, it is gone. */
const contents = new Set(
  'file files directory directories document documents record records row rows object objects data entry entries'.split(
    ' ',
  ),
);
/** What ends when it is stopped, and can be started again. */
const stopped = new Set('process processes app application session query connection'.split(' '));
/** What only holds two things together. */
const ties = new Set('association associations relation relationship'.split(' '));
