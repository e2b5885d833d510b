import { defineRule, type Match } from '../define-rule.ts';
import { does, matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import { weighText, weighWords } from '../lexicon/topics.ts';
import type { Act } from '../reading/act.ts';
import type { ToolReading } from '../reading/read-tool.ts';
import { makesSecret } from '../signs/secrets.ts';
import { runsCode } from './runs-code.ts';

export const returnsPrivateData = defineRule({
  id: 'returns-private-data',
  asks: 'Does a call return data that is not public?',
  implies: { effects: [], exposure: ['private'] },
  why: 'What the agent has read it can pass on, in its next message or its next call.',
  rationale: 'What it returns belongs to an account',
  references: ['https://cwe.mitre.org/data/definitions/200.html'],
  examples: {
    flags: [
      { tool: { name: 'list_orders', description: 'List the orders of the account.' } },
      { tool: { name: 'get_build_logs', description: 'Get the logs of a build.' } },
    ],
    ignores: [
      { tool: { name: 'get_price', description: 'Get the price of a coin.' } },
      { tool: { name: 'update_order', description: 'Update an order.' } },
    ],
  },
  match: (tool) => findPrivate(tool),
});

function findPrivate(tool: ToolReading): Match | undefined {
  const reading = tool.acts.filter(
    (act) => does(act, 'read', 'compute') && !verbIs(act, 'wait verify assert ping connect disconnect test send'),
  );
  const acting = tool.acts.some((act) => act.certain && act.source !== 'aside' && !does(act, 'read', 'compute'));
  if (acting || runsCode.match(tool) || reading.some(makesSecret) || (reading.length === 0 && tool.acts.length > 0))
    return undefined;
  const account = tool.parameters.find((each) => accountName.test(each.name));
  if (!isPrivate(tool, reading, account !== undefined)) return undefined;
  const span = account ? [parameterSpan(account)] : [];
  return matchOf(reading, span) ?? (account && { evidence: span });
}

const accountName =
  /^(project|workspace|org|organization|organisation|team|account|tenant|board|space|instance|cluster|database|table|collection|bucket|customer|environment|channel|guild|campaign|user|issue|task)_?(id|ids|slug|key|name|uuid|iid|slug_?or_?id)?$/i;
const chainName =
  /^(chain|chain_?id|tx_?hash|transaction_?hash|network_?id|token_?address|contract_?address|wallet_?address|mint)$/i;

/** Words of the object weigh double, words of the rest of the sentence once; a public ledger is public. */
function isPrivate(tool: ToolReading, reading: readonly Act[], hasAccount: boolean): boolean {
  const object = weighWords(
    new Set([...tool.nameTokens.map((token) => token.word), ...reading.flatMap((act) => act.object)]),
  );
  const sentence = weighWords(tool.topicWords);
  const unspaced = weighText(tool.description.text.slice(0, 300));
  const onChain =
    tool.parameters.some((each) => chainName.test(each.name)) ||
    ['ethereum', 'blockchain', 'solana', 'onchain', 'eth', 'evm', 'bitcoin'].some(
      (word) => tool.topicWords.has(word) || tool.server.nameWords.has(word),
    );
  if (onChain && sentence.own === 0) return false;
  const onlyComputes = reading.every((act) => does(act, 'compute'));
  const score =
    2 * (object.private - object.public + sentence.own + unspaced.private - unspaced.public) +
    (sentence.private - sentence.public) +
    (hasAccount ? 3 : 0) +
    (tool.server.keepsState ? 1 : 0) -
    (onlyComputes ? 3 : 0);
  return score > 0;
}
