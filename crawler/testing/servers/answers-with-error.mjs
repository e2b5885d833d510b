// Answers tools/list with an error.
import { send, serve } from './speak.mjs';

serve((_params, id) => send({ id, error: { code: -32603, message: 'The database is locked' } }) && undefined);
