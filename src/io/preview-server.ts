/** A server for the pages of a preview: it knows no files, only what `answer` gives it. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { isIP } from 'node:net';
import { once } from 'node:events';
import { UserError } from '../core/errors.ts';
import {
  PREVIEW_EVENTS,
  type PreviewAnswer,
  type PreviewRequest,
  type PreviewServer,
} from '../core/preview.ts';
import { isCode } from './atomic-file.ts';

const USUAL_PORT = 8377;

type Refusal = 400 | 405 | 421 | 500;

const HEADERS: OutgoingHttpHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/** Every address of this machine. */
const ANY = new Set(['0.0.0.0', '::']);

/** An address as it stands in a URL. */
function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

/** The name of a Host header, without its port; null for what is none. */
function hostName(header: string | undefined): string | null {
  const found = /^(\[[\da-f:.]+\]|[^:[\]@/\s]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return found?.[1]?.toLowerCase() ?? null;
}

/**
 * Whether a request is meant for this server. A page from elsewhere can have its own name lead to this
 * machine and read what is there (DNS rebinding); then its name is what the Host header says. An address
 * cannot be led elsewhere.
 */
function isOwnHost(header: string | undefined, host: string): boolean {
  const name = hostName(header);
  if (name === null) return false;
  const known = ['localhost', '127.0.0.1', '[::1]', bracketed(host).toLowerCase()];
  if (known.includes(name)) return true;
  return ANY.has(host) && isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

/** The path that is asked for, decoded; null for what is none. */
function pathOf(url = ''): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.startsWith('/') ? path : null;
  } catch {
    return null;
  }
}

/** Why a request is not answered, as a status; null: it is. */
function refusal({ method, headers, url }: IncomingMessage, host: string): Refusal | null {
  if (!isOwnHost(headers.host, host)) return 421;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  return pathOf(url) === null ? 400 : null;
}

class Pages {
  private readonly request: PreviewRequest;
  private readonly listeners = new Set<ServerResponse>();

  constructor(request: PreviewRequest) {
    this.request = request;
  }

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    // A body is of no interest, and must not keep the connection waiting.
    incoming.resume();
    const refused = refusal(incoming, this.request.host);
    if (refused !== null) return this.refuse(response, refused);
    const { method = '', url } = incoming;
    const path = pathOf(url) ?? '/';
    if (path === PREVIEW_EVENTS && method === 'GET') return this.listen(response);
    this.send(response, await this.request.answer(path), method);
  }

  tell(slugs: readonly string[] | null): void {
    for (const listener of this.listeners) listener.write(`data: ${JSON.stringify(slugs)}\n\n`);
  }

  refuse(response: ServerResponse, status: Refusal): void {
    if (response.headersSent) return void response.destroy();
    const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
    response.writeHead(status, { ...HEADERS, ...allow, 'Content-Type': 'text/plain' });
    response.end();
  }

  private send(response: ServerResponse, answer: PreviewAnswer, method: string): void {
    const { status, type, body, location } = answer;
    const bytes = Buffer.from(body);
    response.writeHead(status, {
      ...HEADERS,
      'Content-Type': type,
      'Content-Length': bytes.length,
      ...(location === undefined ? {} : { Location: encodeURI(location) }),
    });
    response.end(method === 'HEAD' ? undefined : bytes);
  }

  private listen(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    response.write('retry: 1000\n\n');
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }
}

async function listenAt(server: Server, host: string, port: number): Promise<number> {
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address();
  return address === null || typeof address === 'string' ? port : address.port;
}

async function start(server: Server, { host, port }: PreviewRequest): Promise<number> {
  try {
    return await listenAt(server, host, port ?? USUAL_PORT);
  } catch (error) {
    if (port === null && isCode(error, 'EADDRINUSE')) return listenAt(server, host, 0);
    const where = `${bracketed(host)}:${port ?? USUAL_PORT}`;
    if (isCode(error, 'EADDRINUSE')) {
      throw new UserError(`${where} is taken: name another port with --port.`);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`Nothing can listen at ${where} (${reason}): mend --host or --port.`);
  }
}

/**
 * Starts a server.
 * @throws UserError when nothing can listen there
 */
export async function openPreviewServer(request: PreviewRequest): Promise<PreviewServer> {
  const pages = new Pages(request);
  const server = createServer((incoming, response) => {
    pages.handle(incoming, response).catch(() => pages.refuse(response, 500));
  });
  const port = await start(server, request);
  const name = ANY.has(request.host) ? 'localhost' : bracketed(request.host);
  return {
    address: `http://${name}:${port}/`,
    tell: (slugs) => pages.tell(slugs),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
