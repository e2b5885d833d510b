import { placeholderFor } from './placeholder.ts';

const maxCandidates = 4;
const subcommands = ['stdio', 'mcp', 'serve', 'server', 'start', 'run'];

/**
 * Argument lists that a server's own words suggest, likeliest first; empty where they suggest none. Read are usage
 * lines (`Usage: x <directory>`), complaints of the usual argument parsers, and the mention of stdio.
 */
export function readArgumentCandidates(stderr: string, seed: string): string[][] {
  const text = stderr.slice(-20_000);
  const options = requiredOptions(text).flatMap((option) => [option, placeholderFor(option, seed).value]);
  const positional = [...new Set([...missingArguments(text), ...usageArguments(text)])].map((name) =>
    shapeOf(name, seed),
  );
  const transport = stdioArguments(text);
  const candidates = [
    [...options, ...positional],
    [...transport, ...options, ...positional],
    ...namedSubcommands(text).map((name) => [name, ...options]),
    transport,
  ];
  const seen = new Set<string>();
  return candidates
    .filter((each) => each.length > 0 && !seen.has(each.join('\0')) && seen.add(each.join('\0')))
    .slice(0, maxCandidates);
}

/**
 * The options in a line that says "required", as commander and argparse write it, and those that yargs names.
 * An indented line that begins with an option is of a help text and says when it would be required.
 */
function requiredOptions(text: string): string[] {
  const lines = text
    .split('\n')
    .filter((line) => /\brequired\b/i.test(line) && !/^\s+-|optional|not required/i.test(line));
  const named = lines.flatMap((line) => matches(line.slice(0, 500), /(?:^|[\s'"`(/])(--[A-Za-z][\w-]{0,60})/g));
  const yargs = matches(text, /missing required arguments?: ([^\n]{1,200})/gi)
    .flatMap((list) => list.split(','))
    .map((name) => `--${name.trim()}`);
  return [...new Set([...named, ...yargs])].filter((name) => /^--[A-Za-z][\w-]{0,60}$/.test(name));
}

function missingArguments(text: string): string[] {
  const commander = matches(text, /missing required argument ['"`<]{1,2}([a-z][\w-]{0,40})/gi);
  const argparse = matches(text, /following arguments are required: ([^\n]{1,200})/g)
    .flatMap((list) => list.split(/[,\s]+/))
    .filter((name) => /^[A-Za-z]\w{0,40}$/.test(name));
  return [...commander, ...argparse];
}

/** `Usage: program <one> <two> [optional]`: the parts in angle brackets that no option precedes. */
function usageArguments(text: string): string[] {
  const line = /^\s*usage:?\s*([^\n]{1,300})/im.exec(text)?.[1] ?? '';
  const required = line.replace(/\[[^\]]*\]/g, ' ').replace(/(?:^|\s)--?[\w-]+[ =]<[^>]*>/g, ' ');
  return matches(required, /<([A-Za-z][\w -]{0,40})>/g);
}

function stdioArguments(text: string): string[] {
  if (/--transport[ =]|--transport\b.*\bstdio\b/.test(text)) return ['--transport', 'stdio'];
  return /--stdio\b/.test(text) ? ['--stdio'] : [];
}

/** Words that stand first on an indented line, as lists of subcommands have them. */
function namedSubcommands(text: string): string[] {
  const listed = new Set(matches(text, /^\s{1,8}([a-z][a-z-]{1,20})\b/gm));
  return subcommands.filter((name) => listed.has(name) || new RegExp(`["'\`{|,]${name}["'\`}|,]`).test(text));
}

function shapeOf(name: string, seed: string): string {
  return placeholderFor(name.replace(/^allowed-|s$/g, ''), seed).value;
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '').filter(Boolean);
}
