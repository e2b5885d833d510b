// Offers its tool only to those who set an address.
import { serve, tool } from '../servers/speak.mjs';

serve(() => ({ tools: process.env.SITE_URL ? [tool('search')] : [] }));
