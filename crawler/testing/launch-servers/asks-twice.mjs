// Asks for one variable after the other, each in its own words, and for a shape of the second.
import { serve, tool } from '../servers/speak.mjs';

const { API_TOKEN, API_URL } = process.env;
if (!API_TOKEN) {
  console.error('Error: API_TOKEN environment variable is required');
  process.exit(1);
}
if (!URL.canParse(API_URL ?? '')) {
  console.error(`Please set API_URL (the token was ${API_TOKEN})`);
  process.exit(1);
}
console.error(`ready with ${API_TOKEN}`);
serve(() => ({ tools: [tool('ask')] }));
