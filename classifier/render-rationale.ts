import { effects } from '../domain/classification.ts';
import type { EvidenceSpan } from '../domain/evidence.ts';
import type { Rule } from './define-rule.ts';
import type { Found } from './found.ts';
import type { ToolReading } from './reading/read-tool.ts';

const maxStatements = 6;

/** What a rule says of this tool, without its evidence. */
export function renderSaid(rule: Rule, object: string | undefined): string {
  return rule.rationale.replace('{object}', () => object ?? 'what it is named for');
}

/** A finding's sentence: what the call does, and the words that say so. */
export function renderStatement(said: string, evidence: readonly EvidenceSpan[]): string {
  return `${said}: ${renderEvidence(evidence)}.`;
}

/** Plain sentences on one tool, the gravest finding first. */
export function renderRationale(tool: ToolReading, found: readonly Found[], assumed: boolean): string {
  const parts = assumed ? [renderUnknown(tool), renderFindings(found)] : [renderFindings(found)];
  return [...parts, renderParameters(tool), renderUnread(tool)].filter(Boolean).join(' ');
}

/** Reading is named only where nothing acts. Words that an earlier sentence has quoted are not quoted again. */
function renderFindings(found: readonly Found[]): string {
  const ordered = [...found].sort((a, b) => gravity(b) - gravity(a));
  const acts = ordered.some((each) => gravity(each) > 0);
  const shown = acts ? ordered.filter((each) => gravity(each) !== 0) : ordered;
  const quoted = new Set<string>();
  const sentences = shown.slice(0, maxStatements).map(({ finding, said }) => {
    const news = finding.evidence.filter((span) => !quoted.has(spanKey(span)));
    for (const span of news) quoted.add(spanKey(span));
    return news.length > 0 ? renderStatement(said, news) : `${said}.`;
  });
  return sentences.join(' ');
}

function spanKey(span: EvidenceSpan): string {
  return `${span.pointer} ${span.part} ${span.start} ${span.end}`;
}

/** The place of the gravest effect; 0 for reading, -1 for a finding that only exposes. */
function gravity({ finding }: Found): number {
  return Math.max(-1, ...finding.effects.map((effect) => effects.indexOf(effect)));
}

/** What the caller decides, so that two tools over different things do not read alike. */
function renderParameters(tool: ToolReading): string {
  const top = tool.parameters.filter((parameter) => parameter.topLevel && parameter.name.length <= 60);
  const required = top.filter((parameter) => parameter.required).slice(0, 4);
  const takes = required.length > 0 ? `Needs ${renderList(required.map((each) => `\`${clean(each.name)}\``))}.` : '';
  const guard = top.find((parameter) => guardName.test(parameter.name));
  const guarded = guard ? `\`${clean(guard.name)}\` is ${guard.required ? 'required' : 'optional'}.` : '';
  return [takes, guarded].filter(Boolean).join(' ');
}

const guardName = /^(confirm|confirmed|confirmation|dry_?run|force)$/i;

function renderUnread(tool: ToolReading): string {
  return tool.cutShort ? 'It is therefore not called Read.' : '';
}

function renderUnknown(tool: ToolReading): string {
  const { mainWords, text } = tool.description;
  const name = `Nothing in this definition tells what a call does: the name \`${clean(tool.definition.name)}\` holds no verb that decides`;
  const said = mainWords
    .slice(0, 8)
    .map((word) => text.slice(word.start, word.end))
    .join(' ');
  const description = said === '' ? 'there is no description' : `the description starts with \`${clean(said)}\``;
  return `${name} and ${description}, so the cautious class is assumed.`;
}

function renderEvidence(evidence: readonly EvidenceSpan[]): string {
  return renderList(evidence.map((span) => `${placeOf(span)} \`${clean(span.quote)}\``));
}

function placeOf(span: EvidenceSpan): string {
  if (span.pointer === '/name') return 'the name says';
  if (span.pointer === '/title') return 'the title says';
  if (span.pointer === '/description') return 'the description says';
  if (span.pointer.startsWith('/annotations/')) return 'its annotation says';
  if (span.part === 'key') return 'it has a parameter';
  return span.pointer.endsWith('/description') ? 'a parameter says' : 'an allowed value is';
}

function renderList(items: readonly string[]): string {
  return items.length <= 1 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** One line, without the mark that we quote with. */
function clean(text: string): string {
  return text.slice(0, 200).split(/\s+/).join(' ').replaceAll('`', '′').trim().slice(0, 100);
}
