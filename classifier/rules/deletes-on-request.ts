import { defineRule } from '../define-rule.ts';
import { does, parameterSpan } from '../find-acts.ts';
import type { Parameter } from '../reading/read-schema.ts';

export const deletesOnRequest = defineRule({
  id: 'deletes-on-request',
  asks: 'Does a switch of the call make it delete or overwrite as well?',
  implies: { effects: ['delete'], exposure: [] },
  why: 'The schema weighs more than the name: what a switch can turn on, a wrong call turns on.',
  rationale: 'Can be told to delete or overwrite',
  references: ['https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations'],
  examples: {
    flags: [
      {
        tool: {
          name: 'push_commits',
          description: 'Push commits.',
          inputSchema: { type: 'object', properties: { delete: { type: 'boolean' } } },
        },
      },
      {
        tool: {
          name: 'rename_list',
          inputSchema: { type: 'object', properties: { dropTarget: { type: 'boolean' } } },
        },
      },
      {
        tool: {
          name: 'save_page',
          description: 'Save a page.',
          inputSchema: { type: 'object', properties: { overwrite: { type: 'boolean' } } },
        },
      },
    ],
    ignores: [
      {
        tool: {
          name: 'list_notes',
          description: 'List notes.',
          inputSchema: { type: 'object', properties: { deleted: { type: 'boolean' } } },
        },
      },
      {
        tool: {
          name: 'update_note',
          description: 'Update a note.',
          inputSchema: {
            type: 'object',
            properties: { clear_cache: { type: 'boolean' }, remove_label: { type: 'boolean' } },
          },
        },
      },
    ],
  },
  match: (tool) => {
    const acts = tool.acts.some((act) => !does(act, 'read', 'compute'));
    const found = acts ? tool.parameters.find(isSwitchToDelete) : undefined;
    return found && { evidence: [parameterSpan(found)] };
  },
});

const losing = new Set(['delete', 'drop', 'purge', 'wipe', 'overwrite', 'truncate', 'erase', 'destroy']);
/** After these a word of the list speaks of something else: `skip_delete`, `no_overwrite`. */
const kept = /^(?:no|not|skip|never|dont|without|prevent|on|is|was|auto|can|before|after|include|show|allow)$/;
const light = new Set(['label', 'labels', 'tag', 'tags', 'cache', 'reaction', 'protection', 'on']);

function isSwitchToDelete({ types, words }: Parameter): boolean {
  const list = words.map((word) => word.word);
  if (types.includes('array')) return list.length === 1 && (list[0] === 'delete' || list[0] === 'remove');
  if (!types.includes('boolean')) return false;
  const at = list.findIndex((word) => losing.has(word));
  return (
    at >= 0 && !list.slice(0, at).some((word) => kept.test(word)) && !list.slice(at + 1).some((word) => light.has(word))
  );
}
