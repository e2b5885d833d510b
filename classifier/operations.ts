import type { Operation } from '../domain/classification.ts';
import { decide, type Judged } from './decide.ts';
import type { Found } from './found.ts';
import { ambiguous } from './lexicon/verbs.ts';
import type { Act } from './reading/act.ts';
import { readName } from './reading/read-name.ts';
import type { ToolReading } from './reading/read-tool.ts';
import { renderStatement } from './render-rationale.ts';
import { runRules } from './run-rules.ts';

const operationNames = new Set('action operation op command cmd actiontype operationtype subcommand crud'.split(' '));
const maybeOperationNames = new Set('mode method type task verb request kind function tool endpoint'.split(' '));
const maxSpans = 3;

export interface OperationsReading {
  operations: Operation[];
  found: Found[];
}

/** A value that chooses what a call does, and where it stands: a whole value, or words of a description. */
interface OperationValue {
  value: string;
  pointer: string;
  start: number;
}

/** Each value of an `action`-like parameter, judged as a tool of its own over the same things. */
export function findOperations(tool: ToolReading, ownFindings: readonly Found[]): OperationsReading {
  const chosen = findOperationValues(tool);
  if (chosen === undefined || isFilter(tool, chosen.parameter)) return { operations: [], found: [] };
  const found: Found[] = [];
  const operations = chosen.values.map((value) => {
    const acts = operationActs(tool, value);
    const findings =
      acts.length > 0 ? runRules({ ...tool, acts, nameActs: acts, parameters: [], cutShort: false }) : [];
    found.push(...findings);
    const judged = findings.some(hasEffect) ? findings : ownFindings.filter(hasEffect);
    const { effects, category, risk } = decide(judged.length > 0 ? judged.map(toJudged) : [unknownOperation]);
    return { parameter: chosen.parameter, value: value.value, effects, category, risk };
  });
  return { operations, found: mergeFound(found) };
}

/** Of a tool that lists, an optional `action` chooses which records are listed: refunds, say. */
function isFilter(tool: ToolReading, name: string): boolean {
  const lists = tool.nameActs[0]?.certain && ['list', 'search', 'find', 'count'].includes(tool.nameActs[0].verb);
  const reads = tool.acts.every((act) => act.verbClass === 'read' || act.verbClass === 'compute');
  const parameter = tool.parameters.find((each) => each.topLevel && each.name === name);
  return Boolean(lists) && reads && parameter?.required === false;
}

/** An operation that nothing is known of: cautious, as an unknown tool would be. */
const unknownOperation: Judged = { effects: ['update'], exposure: [], circumstance: 'vague' };

export function toJudged({ finding, circumstance }: Found): Judged {
  return { effects: finding.effects, exposure: finding.exposure, circumstance };
}

function hasEffect({ finding }: Found): boolean {
  return finding.effects.length > 0;
}

/** The values of the first parameter that chooses an operation, over all alternatives of the schema. */
function findOperationValues(tool: ToolReading): { parameter: string; values: OperationValue[] } | undefined {
  const byName = Map.groupBy(
    tool.parameters.filter((each) => each.topLevel),
    (each) => each.name,
  );
  for (const [parameter, group] of byName) {
    const name = parameter.toLowerCase().replaceAll('_', '');
    if (!operationNames.has(name) && !maybeOperationNames.has(name)) continue;
    const allowed = group.flatMap((each) => each.values).map((each) => ({ ...each, start: 0 }));
    if (allowed.length > 0 && chooseOperations(allowed, name, tool)) return { parameter, values: allowed };
    const [first] = group;
    if (allowed.length > 0 || !operationNames.has(name) || !first?.freeText) continue;
    const told = toldOperations(first.description, first.descriptionPointer, tool);
    if (told.length > 1) return { parameter, values: told };
  }
  return undefined;
}

/** A `mode` or `type` chooses operations only where most of its values are verbs and one of them acts. */
function chooseOperations(values: readonly OperationValue[], name: string, tool: ToolReading): boolean {
  const verbs = values.map(({ value }) => readName(value, tool.server, 'operation')[0]);
  if (operationNames.has(name)) return verbs.some((act) => act !== undefined);
  const plain = verbs.filter((act) => act !== undefined && !ambiguous.has(act.verb));
  const acts = plain.some((act) => act && act.verbClass !== 'read' && act.verbClass !== 'compute');
  return acts && plain.length * 2 >= verbs.length && plain.length > 1;
}

/** "Action to perform: list, create-item or delete": identifiers with a verb that punctuation sets apart. */
function toldOperations(description: string, pointer: string, tool: ToolReading): OperationValue[] {
  const text = description.slice(0, 1_000);
  const told = new Map<string, OperationValue>();
  for (const { 0: value, index: start } of text.matchAll(/[A-Za-z][A-Za-z0-9_-]*/g)) {
    const before =
      text
        .slice(Math.max(0, start - 2), start)
        .trimEnd()
        .at(-1) ?? '';
    const after = text[start + value.length] ?? '';
    const isSetApart = ',|/\'"`:('.includes(before || ' ') || ',|/\'"`)'.includes(after || ' ');
    if (isSetApart && readName(value, tool.server, 'operation').length > 0) told.set(value, { value, pointer, start });
  }
  return [...told.values()];
}

/** `delete` alone acts on what the tool is about; `delete_branch` says itself. */
function operationActs(tool: ToolReading, { value, pointer, start }: OperationValue): Act[] {
  const own = tool.nameActs[0] ?? tool.acts[0];
  const object = own ? own.object : tool.nameTokens.map((token) => token.word);
  return readName(value, tool.server, 'operation', pointer).map((named) => {
    const span = { ...named.span, start: named.span.start + start, end: named.span.end + start };
    const act = { ...named, span, ...(value === 'POST' ? { verb: 'create', verbClass: 'create' as const } : {}) };
    if (act.object.length > 0) return act;
    const heads = own && own.heads.length > 0 ? own.heads : object.slice(-1);
    return { ...act, object: [...object], heads: [...heads], phrase: object.join(' ') };
  });
}

/** One finding a rule, with the first spans of all of its operations. */
function mergeFound(found: readonly Found[]): Found[] {
  return [...Map.groupBy(found, (each) => each.rule.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const spans = new Map(
      group.flatMap((each) => each.finding.evidence).map((span) => [`${span.pointer} ${span.start}`, span]),
    );
    const evidence = [...spans.values()].slice(0, maxSpans);
    return [{ ...first, finding: { ...first.finding, evidence, statement: renderStatement(first.said, evidence) } }];
  });
}
