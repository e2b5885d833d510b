// Does not answer when it is asked for the second page of its list.
import { serve, tool } from './speak.mjs';

serve(({ cursor }) => (cursor ? undefined : { tools: [tool('first')], nextCursor: 'second' }));
