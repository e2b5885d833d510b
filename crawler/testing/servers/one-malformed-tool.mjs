// Lists malformed tools among two good ones.
import { serve, tool } from './speak.mjs';

serve(() => ({
  tools: [tool('first'), null, 'shell', [], { description: 'nameless' }, { name: 7 }, { name: '' }, tool('last')],
}));
