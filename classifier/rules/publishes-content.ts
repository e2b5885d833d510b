import { defineRule } from '../define-rule.ts';
import { findActs, targets, verbIs } from '../find-acts.ts';

export const publishesContent = defineRule({
  id: 'publishes-content',
  asks: 'Does a call put content where outsiders can see it?',
  implies: { effects: ['send'], exposure: ['outbound'] },
  why: 'Content that is public has been copied before it can be withdrawn.',
  rationale: 'Publishes {object}',
  references: [],
  examples: {
    flags: [{ tool: { name: 'upload_video', description: 'Upload a video to the channel.' } }],
    ignores: [{ tool: { name: 'upload_file', description: 'Upload a file.' } }],
  },
  match: (tool) =>
    findActs(
      tool,
      (act) =>
        verbIs(act, 'upload push') &&
        targets(act, 'publication') &&
        act.heads.some((word) => ['video', 'podcast', 'reel', 'story', 'tweet', 'package'].includes(word)),
    ),
});
