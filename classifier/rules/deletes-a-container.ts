import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';
import { isMilder } from './deletes-data.ts';

export const deletesAContainer = defineRule({
  id: 'deletes-a-container',
  asks: 'Does a call remove something that holds other things, or a whole set at once?',
  implies: { effects: ['delete'], exposure: [] },
  circumstance: 'container',
  why: 'One call takes everything inside with it: a repository, a database, a folder, a queue.',
  rationale: 'Deletes {object} with everything in it',
  references: ['https://owasp.org/www-project-top-10-for-large-language-model-applications/'],
  examples: {
    flags: [
      { tool: { name: 'drop_database', description: 'Drops a database.' } },
      { tool: { name: 'purge_queue' } },
      { tool: { name: 'delete_all_sessions', description: 'Delete all sessions.' } },
      {
        tool: {
          name: 'delete_resource',
          description: 'Delete a resource of any type.',
          inputSchema: { type: 'object', properties: { resourceType: { type: 'string' } } },
        },
      },
    ],
    ignores: [
      { tool: { name: 'delete_project_member', description: 'Delete a member of a project.' } },
      { tool: { name: 'delete_form', description: 'Delete a form.' } },
    ],
  },
  match: (tool) => {
    const ofAnyKind = tool.parameters.some((each) => each.freeText && /^resource_?(?:type|kind)$/i.test(each.name));
    return findActs(
      tool,
      (act) =>
        does(act, 'delete') &&
        !isMilder(act) &&
        !verbIs(act, 'revoke retract') &&
        (ofAnyKind ||
          targets(act, 'container') ||
          concerns(act, 'everything') ||
          verbIs(act, 'purge truncate wipe empty flush')),
    );
  },
});
