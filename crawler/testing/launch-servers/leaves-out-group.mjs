// Lists, but says that one group of its tools could not be registered.
import { serve, tool } from '../servers/speak.mjs';

console.error('ERROR | Policy tools disabled: initialization failed: no region');
serve(() => ({ tools: [tool('find')] }));
