export const clientInfo = { name: 'assay', version: '0.1.0' };

/**
 * What is declared to servers: some list a tool only for a client that could serve it. Every request that follows
 * from this is answered without giving anything: no roots, elicitation declined, sampling refused.
 */
export const capabilities = { roots: {}, elicitation: {}, sampling: {} };
