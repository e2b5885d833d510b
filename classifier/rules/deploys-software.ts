import { defineRule } from '../define-rule.ts';
import { concerns, does, findActs, targets, verbIs } from '../find-acts.ts';

export const deploysSoftware = defineRule({
  id: 'deploys-software',
  asks: 'Does a call deploy, install or apply something that then runs?',
  implies: { effects: ['execute'], exposure: [] },
  why: 'What is deployed runs for everybody who uses the place, from then on.',
  rationale: 'Deploys {object}',
  references: [],
  examples: {
    flags: [
      { tool: { name: 'deploy_site', description: 'Deploys a site.' } },
      { tool: { name: 'install_package', description: 'Installs a package.' } },
      { tool: { name: 'apply_migration', description: 'Applies a migration to the database.' } },
    ],
    ignores: [
      { tool: { name: 'list_deployments', description: 'Lists deployments.' } },
      { tool: { name: 'apply_label', description: 'Apply a label to an issue.' } },
    ],
  },
  match: (tool) =>
    findActs(tool, (act) => {
      if (verbIs(act, 'apply'))
        return (
          concerns(act, 'work') ||
          ['manifest', 'yaml', 'terraform', 'helm', 'configuration'].some((word) => act.object.includes(word))
        );
      if (verbIs(act, 'create') && act.heads.some((word) => /^containers?$/.test(word)))
        return ['docker', 'podman'].some((word) => tool.topicWords.has(word) || tool.server.nameWords.has(word));
      if (verbIs(act, 'create update replace') && (act.object.includes('kubernetes') || act.object.includes('k8s')))
        return tool.parameters.some((each) => /yaml|manifest/i.test(each.name));
      if (verbIs(act, 'update') && act.heads.includes('code')) return act.object.includes('function');
      if (verbIs(act, 'release')) return act.source === 'name' && targets(act, 'publication');
      return (
        does(act, 'deploy') ||
        verbIs(act, 'install reinstall') ||
        (verbIs(act, 'upgrade downgrade') && targets(act, 'process'))
      );
    }),
});
