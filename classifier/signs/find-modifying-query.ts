import type { Match } from '../define-rule.ts';
import { concerns, does, matchOf, parameterSpan, verbIs } from '../find-acts.ts';
import type { Act } from '../reading/act.ts';
import type { Parameter } from '../reading/read-schema.ts';
import type { ToolReading } from '../reading/read-tool.ts';

const textWork =
  'format lint parse validate generate convert beautify translate explain optimize analyze review write suggest';
const modifyingLanguages = new Set(
  'sql cypher opencypher aql sparql ddl dml gremlin plsql graphql select insert n1ql tsql prolog datalog'.split(' '),
);
const databases = new Set(
  'database databases duckdb motherduck clickhouse postgres postgresql mysql sqlite mariadb oracle snowflake bigquery redshift databricks neo4j memgraph neptune arangodb trino vertica tidb spanner hana supabase'.split(
    ' ',
  ),
);
const readingLanguages = ['promql', 'logql', 'natural language', 'jql', 'cql', 'kql', 'search query', 'dax'];

/** The words that show a free query in a language that can modify; whatever the author says of restrictions. */
export function findModifyingQuery(tool: ToolReading): Match | undefined {
  const parameter = tool.parameters.find((each) => each.freeText && isQueryText(each, tool));
  const analyzes = tool.parameters.find(
    (each) => each.name.toLowerCase() === 'analyze' && each.types.includes('boolean'),
  );
  const runs = tool.acts.filter((act) => does(act, 'run') && act.source !== 'aside');
  if (runs.length === 0 && !analyzes && tool.acts.some((act) => verbIs(act, textWork) || isPlan(act, tool)))
    return undefined;
  if (parameter) {
    const asks = tool.acts.filter((act) => does(act, 'run', 'read') && concerns(act, 'sql'));
    const spans = [parameterSpan(parameter), ...(analyzes ? [parameterSpan(analyzes)] : [])];
    return matchOf(asks.slice(0, 2), spans) ?? { evidence: spans };
  }
  return matchOf(runs.filter((act) => act.object.some((word) => modifyingLanguages.has(word))));
}

/** A plan is worked out without running the query, unless it is the actual one. */
function isPlan(act: Act, tool: ToolReading): boolean {
  return (
    act.heads.includes('plan') &&
    !tool.description.vocabulary.has('actual') &&
    !tool.description.vocabulary.has('runtime')
  );
}

function isQueryText(parameter: Parameter, tool: ToolReading): boolean {
  const words = parameter.words.map((word) => word.word);
  if (words.some((word) => modifyingLanguages.has(word) && word !== 'graphql')) return !words.includes('id');
  if (!['query', 'statement', 'queries', 'statements', 'q'].includes(words.at(-1) ?? '')) return false;
  const description = parameter.description.slice(0, 600).toLowerCase();
  if (readingLanguages.some((language) => description.includes(language))) return false;
  if (
    ['sql ', 'sql.', 'cypher', 'aql', 'sparql', ...statements].some((language) => `${description} `.includes(language))
  )
    return true;
  if ([...modifyingLanguages].some((language) => tool.topicWords.has(language))) return true;
  const inDatabase = tool.server.topics.has('database') || [...databases].some((word) => tool.topicWords.has(word));
  return (
    inDatabase &&
    tool.nameActs.some((act) => verbIs(act, 'run execute query') && (concerns(act, 'sql') || act.object.length === 0))
  );
}

const statements = ['create table', 'alter table', 'drop table', 'insert into', 'delete from'];
