import type { Effect, Exposure } from '../../domain/classification.ts';
import { type Incident, recall } from './incidents.ts';
import { cite, type ThreatReference } from './references.ts';

/** Access that an attack needs: all the effects and all the exposure named. */
export interface NeededAccess {
  effects?: readonly Effect[];
  exposure?: readonly Exposure[];
}

/** How one kind of access is turned against its owner. */
export interface AttackPattern {
  /** Also the name of its page. */
  id: string;
  title: string;
  /** What the attacker does, in one or two sentences. */
  description: string;
  /** Any one of these is enough. Empty: the pattern does not depend on what a tool can do. */
  when: readonly NeededAccess[];
  references: readonly ThreatReference[];
  incidents: readonly Incident[];
}

/** In order of what the abuse costs, dearest first; where it costs the same, the narrower access first. */
export const attackPatterns: readonly AttackPattern[] = [
  {
    id: 'run-any-code',
    title: 'Run any code',
    description:
      'Text that the agent reads tells it which command to run. The command runs with the rights of the server, so it can read the disk, steal keys and stay.',
    when: [{ effects: ['execute'], exposure: ['unbounded'] }],
    references: cite('MCP05', 'ASI05', 'AML.T0050', 'AML.T0053'),
    incidents: recall('cve-2026-58195'),
  },
  {
    id: 'move-money',
    title: 'Move money',
    description:
      'The agent is led to pay, order or transfer to somebody else, or more often than was meant. The payment is as valid as any other and seldom comes back.',
    when: [{ effects: ['pay'] }],
    references: cite('ASI02', 'AML.T0053'),
    incidents: recall('cve-2026-43992'),
  },
  {
    id: 'steal-credentials',
    title: 'Steal credentials',
    description:
      'A key that passes through the agent stands in its context, where injected text can ask for it. With it the attacker acts alone, outside every rule that binds the agent.',
    when: [{ exposure: ['secrets'] }],
    references: cite('MCP01', 'ASI03', 'AML.T0098', 'AML.T0083'),
    incidents: recall('cve-2026-43992', 'cve-2026-15583'),
  },
  {
    id: 'read-trap-and-leak',
    title: 'Take data out with one tool',
    description:
      'One tool reads private data, shows text that strangers wrote and can put data where they see it. A stranger writes the order into that text and waits for the delivery.',
    when: [{ exposure: ['private', 'untrusted', 'outbound'] }],
    references: cite('MCP10', 'ASI01', 'AML.T0086'),
    incidents: recall('lethal-trifecta', 'github-toxic-flow'),
  },
  {
    id: 'destroy-data',
    title: 'Destroy data',
    description:
      'A misread task or injected text makes the agent delete what nobody wanted gone. The server sees an ordinary call from somebody who may.',
    when: [{ effects: ['delete'] }],
    references: cite('ASI02', 'AML.T0101'),
    incidents: recall('cve-2026-46519'),
  },
  {
    id: 'widen-access',
    title: 'Widen access',
    description:
      'The agent is made to add a member, loosen a rule or issue a key. The door stays open when the session is long over.',
    when: [{ effects: ['administer'] }],
    references: cite('MCP02', 'ASI03'),
    incidents: [],
  },
  {
    id: 'plant-a-file',
    title: 'Plant something that runs later',
    description:
      'Where the caller chooses the path or the expression freely, what is written can be a start script, a schedule or the configuration of the agent itself, and is obeyed at the next start.',
    when: [
      { effects: ['create'], exposure: ['unbounded'] },
      { effects: ['update'], exposure: ['unbounded'] },
    ],
    references: cite('MCP05', 'ASI05', 'AML.T0081'),
    incidents: recall('cve-2026-44336', 'cve-2026-27825', 'cve-2025-53109'),
  },
  {
    id: 'send-data-out',
    title: 'Send data out',
    description:
      'Whatever the agent has read in this session is put into a message, an address or a post that the attacker receives. Each call looks like normal use.',
    when: [{ effects: ['send'] }, { exposure: ['outbound'] }],
    references: cite('ASI02', 'AML.T0086'),
    incidents: recall('whatsapp-hijack', 'copilot-studio', 'postmark-backdoor'),
  },
  {
    id: 'read-anything',
    title: 'Read what was not meant',
    description:
      'With a free path, address or query the attacker chooses what is read: key files, configuration, tables of other customers.',
    when: [{ effects: ['read'], exposure: ['unbounded'] }],
    references: cite('ASI02', 'AML.T0085.001'),
    incidents: recall('cve-2026-43989', 'cve-2025-53109', 'tool-poisoning-proof', 'cve-2026-49257'),
  },
  {
    id: 'order-by-content',
    title: 'Give orders through content',
    description:
      'A page, mail or issue that the tool returns holds sentences addressed to the agent. The agent takes them for part of its task and uses its other tools to obey.',
    when: [{ exposure: ['untrusted'] }],
    references: cite('MCP06', 'ASI01', 'AML.T0051.001'),
    incidents: recall('github-toxic-flow', 'copilot-studio'),
  },
  {
    id: 'collect-private-data',
    title: 'Collect private data',
    description:
      'The tool brings more private data into the context than the task needs. It is then one injected sentence and one sending tool away from a stranger.',
    when: [{ exposure: ['private'] }],
    references: cite('MCP10', 'AML.T0085.001'),
    incidents: recall('lethal-trifecta', 'copilot-studio'),
  },
  {
    id: 'speak-for-the-owner',
    title: "Speak in the owner's name",
    description:
      'People trust a message that comes from a colleague or a company. The agent is made to write the lure, and its owner signs it.',
    when: [{ effects: ['send'] }],
    references: cite('ASI09', 'AML.T0053'),
    incidents: recall('whatsapp-hijack'),
  },
  {
    id: 'start-and-repeat',
    title: 'Start things, again and again',
    description:
      'The agent is led to start, stop or press what it should not, or the right thing a hundred times over. Outages and bills follow.',
    when: [{ effects: ['execute'] }],
    references: cite('ASI02', 'ASI08', 'AML.T0053', 'AML.T0034.002'),
    incidents: recall('cve-2026-54309'),
  },
  {
    id: 'poison-records',
    title: 'Poison records',
    description:
      'False entries, or entries that hold orders for agents, are written where people and later sessions trust them.',
    when: [{ effects: ['create'] }, { effects: ['update'] }],
    references: cite('ASI06', 'AML.T0099', 'AML.T0080'),
    incidents: [],
  },
  {
    id: 'change-after-approval',
    title: 'Change after approval',
    description:
      'A server that was looked at and approved changes what its tools do, or what their descriptions tell the agent, in a later version. Nobody is asked again.',
    when: [],
    references: cite('MCP03', 'MCP04', 'ASI04', 'AML.T0109', 'AML.T0110'),
    incidents: recall('postmark-backdoor', 'tool-poisoning-proof'),
  },
];
