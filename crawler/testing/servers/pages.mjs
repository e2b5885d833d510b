// Lists five tools on three pages.
import { serve, tool } from './speak.mjs';

const pages = {
  first: { tools: [tool('a'), tool('b')], nextCursor: 'second' },
  second: { tools: [tool('c'), tool('d')], nextCursor: 'third' },
  third: { tools: [tool('e')] },
};
serve(({ cursor = 'first' }) => pages[cursor]);
