import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A built page: its address and its source. */
export interface BuiltPage {
  url: string;
  html: string;
}

/** All pages of a built site, the one for missing addresses included. */
export function readPages(outDir: string): BuiltPage[] {
  return readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && statSync(join(outDir, file)).isFile())
    .map((file) => ({ url: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(join(outDir, file), 'utf8') }));
}

/** Values of an attribute wherever it stands, or in one kind of element only. */
export function attributes(html: string, name: string, element = '[a-z][a-z0-9]*'): string[] {
  const pattern = new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, 'g');
  return [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}

/** The file that an address within the site is served from; null where there is none. */
export function fileOf(outDir: string, url: string): string | null {
  const path = url.replace(/[?#].*$/, '');
  const file = join(outDir, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

const voidElements = new Set(['meta', 'link', 'wbr', 'br', 'hr', 'img', 'input']);

/** What is wrong with the nesting of tags; null where every tag is known, opened and closed in order. */
export function findNestingFault(html: string): string | null {
  const open: string[] = [];
  for (const [tag, closing, name = ''] of html.replace('<!DOCTYPE html>', '').matchAll(/<(\/?)([^\s/>]*)[^>]*>?/g)) {
    if (!/^[a-z][a-z0-9]*$/.test(name)) return `unknown tag ${tag.slice(0, 60)}`;
    if (voidElements.has(name)) continue;
    if (!closing) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : null;
}
