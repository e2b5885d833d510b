export { listToolsOverHttp } from './list-tools-over-http.ts';
export { listToolsOverStdio } from './list-tools-over-stdio.ts';
export type { ListingAttempt } from './listing-attempt.ts';
