import { defineRule } from '../define-rule.ts';
import { does, findActs } from '../find-acts.ts';

export const managesThings = defineRule({
  id: 'manages-things',
  asks: 'Does the tool only say that it manages something, without saying how?',
  implies: { effects: ['update'], exposure: [] },
  circumstance: 'vague',
  why: 'Managing can be anything from listing to deleting, so the cautious reading holds until an operation says more.',
  rationale: 'Manages {object}, without saying how',
  references: [],
  examples: {
    flags: [{ tool: { name: 'manage_rooms', description: 'Manage rooms.' } }],
    ignores: [
      { tool: { name: 'manage_rooms', description: 'Perform operations on rooms (list, get).' } },
      {
        tool: {
          name: 'manage_rooms',
          inputSchema: { type: 'object', properties: { action: { enum: ['list', 'get'] } } },
        },
      },
    ],
  },
  match: (tool) => findActs(tool, (act) => does(act, 'manage')),
});
