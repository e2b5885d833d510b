// Lists once and ends.
import { serve, tool } from './speak.mjs';

serve(
  () => {
    setImmediate(() => process.exit(0));
    return { tools: [tool('once')] };
  },
  { capabilities: { tools: {}, resources: {} } },
);
