/** A word of a text. `word` is in lower case; `start` and `end` count UTF-16 code units, `end` exclusive. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** The words of an identifier: `deployApp_logs-GET` gives deploy, app, logs, get. Digits stay with their letters. */
export function readNameWords(name: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= name.length; at += 1) {
    const inside = at < name.length && isWordCode(name.charCodeAt(at));
    if (start >= 0 && (!inside || startsHump(name, at))) {
      words.push({ word: name.slice(start, at).toLowerCase(), start, end: at });
      start = -1;
    }
    if (inside && start < 0) start = at;
  }
  return words;
}

/** The words of running text between two offsets. An apostrophe stays inside its word, a hyphen parts two. */
export function readTextWords(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = from; at <= to; at += 1) {
    const inside = at < to && (isWordCode(text.charCodeAt(at)) || (start >= 0 && text.charCodeAt(at) === 39));
    if (start >= 0 && (!inside || changesScript(text, at))) {
      words.push({ word: text.slice(start, at).toLowerCase(), start, end: at });
      start = -1;
    }
    if (inside && start < 0) start = at;
  }
  return words;
}

/** Letters and digits; every letter beyond ASCII counts, so that accents and other scripts stay whole. */
function isWordCode(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f) && code < 0xfe00;
}

/** `执行SQL查询` has three words: scripts without spaces part from Latin letters. */
function changesScript(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) >= 0x2e80 !== text.charCodeAt(at) >= 0x2e80;
}

/** A new word starts at `aB` and, in a run of capitals, before its last one: `getURLInfo` has get, url, info. */
function startsHump(name: string, at: number): boolean {
  if (at >= name.length || at === 0 || !isUpper(name.charCodeAt(at))) return false;
  if (!isUpper(name.charCodeAt(at - 1))) return true;
  const next = name.charCodeAt(at + 1);
  return next >= 97 && next <= 122 && !isPluralOfCapitals(name, at + 1);
}

/** In `getNPCs` and `listPRs` the `s` belongs to the capitals before it. */
function isPluralOfCapitals(name: string, at: number): boolean {
  if (name[at] !== 's') return false;
  const next = name.charCodeAt(at + 1);
  return !(next >= 97 && next <= 122);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
