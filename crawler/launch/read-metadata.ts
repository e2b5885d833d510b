import type { PackageFacts } from '../../domain/server.ts';
import { fact, webAddress } from '../sources/package-facts.ts';

/** A wheel's METADATA: the facts of its head and the text below it. */
export interface WheelMetadata {
  /** As the project writes itself; null where the head names nothing that PEP 508 takes for a name. */
  name: string | null;
  facts: PackageFacts;
  readme: string;
}

/** Format: https://packaging.python.org/specifications/core-metadata/ (2025): e-mail headers, then the description. */
export function readMetadata(text: string): WheelMetadata {
  const normal = text.slice(0, 1_000_000).replaceAll('\r\n', '\n');
  const end = normal.indexOf('\n\n');
  const head = end < 0 ? normal : normal.slice(0, end);
  const fields = head.split(/\n(?![ \t])/).map((line) => ({
    name: line.slice(0, line.indexOf(':')).toLowerCase(),
    value: line.slice(line.indexOf(':') + 1).trim(),
  }));
  const first = (name: string) => fields.find((field) => field.name === name)?.value;
  const links = fields
    .filter((field) => field.name === 'project-url')
    .map(({ value }) => ({
      label: value.slice(0, value.indexOf(',')).toLowerCase(),
      url: value.slice(value.indexOf(',') + 1).trim(),
    }));
  const link = (label: RegExp) => links.find((each) => label.test(each.label))?.url;
  return {
    name: projectName.exec(first('name') ?? '')?.[0] ?? null,
    facts: {
      title: null,
      description: fact(first('summary'), 1_000),
      license: fact(first('license-expression') ?? first('license')?.split('\n')[0] ?? licenseClassifier(fields), 100),
      repository: webAddress(link(/repository|source|github|code/)),
      homepage: webAddress(first('home-page') ?? link(/home/)),
    },
    readme: end < 0 ? '' : normal.slice(end + 2),
  };
}

const projectName = /^[A-Z0-9](?:[A-Z0-9._-]{0,198}[A-Z0-9])?$/i;

function licenseClassifier(fields: Array<{ name: string; value: string }>): string | undefined {
  return fields
    .find((field) => field.name === 'classifier' && field.value.startsWith('License ::'))
    ?.value.split('::')
    .at(-1);
}
