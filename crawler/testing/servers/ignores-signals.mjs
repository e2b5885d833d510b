// Lists a tool and then ignores the end of its input and every signal that can be ignored.
import { serve, tool } from './speak.mjs';

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGPIPE']) process.on(signal, () => {});
setInterval(() => {}, 1000);
serve(() => ({ tools: [tool('stubborn')] }));
