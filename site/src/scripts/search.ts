import type { SearchEntry } from '../search/index-format.ts';
import { searchCatalogue } from '../search/search-catalogue.ts';

const maxShown = 50;
const files = new Map<string, Promise<unknown>>();
const form = document.querySelector<HTMLFormElement>('#search');
const input = form?.querySelector('input');
const list = document.querySelector<HTMLElement>('#search-results');
const status = document.querySelector<HTMLElement>('#search-status');
if (form && input && list && status) connect(form, input, list, status);

function connect(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, status: HTMLElement): void {
  let latest = 0;
  const search = async () => {
    latest += 1;
    const turn = latest;
    const query = input.value.trim();
    try {
      const entries = await searchCatalogue(query, readIndexFile);
      if (turn !== latest) return;
      list.replaceChildren(...entries.slice(0, maxShown).map(toItem));
      status.textContent = query ? describeCount(entries.length) : '';
    } catch {
      if (turn === latest) status.textContent = 'The search index could not be read. Try again.';
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  input.addEventListener('input', () => void search());
  // Left for a result, the box keeps its words in the address, so that "back" finds them again.
  input.addEventListener('change', () => {
    const query = input.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  });
  document.addEventListener('keydown', (event) => moveFocus(event, input, list));
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) void search();
}

function readIndexFile(name: string): Promise<unknown> {
  const reading = files.get(name) ?? fetchJson(`/search/${encodeURIComponent(name)}.json`);
  files.set(name, reading);
  reading.catch(() => files.delete(name));
  return reading;
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function describeCount(found: number): string {
  if (found === 0) return 'Nothing found.';
  const results = found === 1 ? '1 result' : `${found} results`;
  return found > maxShown ? `The first ${maxShown} of ${results}.` : `${results}.`;
}

function toItem({ n, u, s, c, r, f }: SearchEntry): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = u;
  const name = document.createElement('code');
  name.textContent = n;
  link.append(name);
  item.append(link, part('where', s ?? 'server'));
  if (c) item.append(part('category', c));
  if (r) item.append(part(`risk risk-${r}`, r));
  if (f) item.append(part('flag', f));
  return item;
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** `/` goes to the search box, the arrows through the results, Escape back. */
function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = nextStop(event, at, stops.length);
  if (next === null) return;
  event.preventDefault();
  stops[next]?.focus();
}

function nextStop(event: KeyboardEvent, at: number, stops: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === '/' && at < 0) return 0;
  if (at < 0) return null;
  if (event.key === 'ArrowDown') return Math.min(at + 1, stops - 1);
  if (event.key === 'ArrowUp') return Math.max(at - 1, 0);
  return event.key === 'Escape' && at > 0 ? 0 : null;
}
