import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { UsageError } from '../../domain/errors.ts';
import { contentSecurityPolicy } from '../src/content-security-policy.ts';

export interface ServeOptions {
  /** A built site. */
  folder: string;
  host?: string;
  /** The first port to try; the next free one is taken. 0 for any. */
  port?: number;
}

const securityHeaders = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** Serves a built site on this machine until it is closed. */
export async function serveSite(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  if (!existsSync(join(options.folder, 'index.html'))) {
    throw new UsageError(`Expected a built site in ${options.folder}; build it first`);
  }
  const host = options.host ?? '127.0.0.1';
  const server = createServer(siteHandler(options.folder));
  const port = await listenOnFreePort(server, host, options.port ?? 4321);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function siteHandler(folder: string) {
  // In this mode sirv looks at the disk at each request, so a site that is swapped in is served at once.
  const serveFile = sirv(folder, { dev: true, etag: true, extensions: ['html'] });
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (/(?:\/|%2f)(?:\.|%2e)/i.test(request.url ?? '')) sendNotFound(folder, response);
    else serveFile(request, response, () => sendNotFound(folder, response));
  };
}

function sendNotFound(folder: string, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  createReadStream(join(folder, '404.html'))
    .on('error', () => response.end())
    .pipe(response);
}

async function listenOnFreePort(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    try {
      return await listen(server, host, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new UsageError(`Expected a free port from ${first} to ${first + 99} on ${host}; name another with --port`);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
