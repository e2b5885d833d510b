import { randomUUID } from 'node:crypto';
import { placeholderFor } from '../launch/placeholder.ts';

/** Words that choose how a server runs and say nothing of its owner. */
const modes = /^(?:stdio|http|mcp|serve|server|start|run|stable|latest|true|false|yes|no|on|off|all|\d{1,5})$/;
const option = /^(?:-[A-Za-z]|--[A-Za-z][A-Za-z0-9_-]{0,30})$/;

/** Somebody's arguments with nothing of the person left: options stay, and values become placeholders of their shape. */
export function neutralArguments(words: readonly string[]): string[] {
  const seed = randomUUID();
  return words.map((word, index) => {
    if (option.test(word)) return word;
    const [name = '', value] = /^(--?[^=]*)=(.*)$/s.exec(word)?.slice(1) ?? [];
    if (option.test(name) && value !== undefined) return `${name}=${neutralValue(value, name, seed)}`;
    const before = words[index - 1] ?? '';
    return neutralValue(word, option.test(before) ? before : '', seed);
  });
}

function neutralValue(value: string, name: string, seed: string): string {
  if (modes.test(value)) return value;
  if (/^(?:[~.]{0,2}\/|[A-Za-z]:[\\/]|\$\{(?:workspaceFolder|userHome))/.test(value)) return '/tmp';
  const scheme = /^([A-Za-z][A-Za-z0-9]{1,20})(?:\+[a-z]+)?:\/\//.exec(value)?.[1];
  return placeholderFor(scheme && !/KEY|TOKEN|SECRET/i.test(name) ? `${scheme}_URL` : name, seed).value;
}
