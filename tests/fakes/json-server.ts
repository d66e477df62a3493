/** The part of a fake service that all share: it records requests, and breaks off or falls silent when told. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface JsonRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Length of the body as it came, in bytes. */
  readonly bytes: number;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly body: unknown;
}

export interface JsonReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Breaks the connection in the middle of the answer, never answers, or answers something else. */
  readonly how?: 'reset' | 'stall' | 'not-json';
}

export interface JsonServer {
  readonly url: string;
  readonly requests: JsonRequest[];
  /** Called when a request has come in, before it is answered. */
  onRequest: (request: JsonRequest) => void;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<JsonRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString('utf8');
  return {
    method: request.method ?? '',
    path: (request.url ?? '').split('?')[0] ?? '',
    headers: request.headers,
    bytes: bytes.length,
    text,
    body: jsonOf(text),
  };
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** How an answer goes wrong on its way, for a fault of that name. */
export function brokenBy(fault: string): Pick<JsonReply, 'how'> {
  const how = (['reset', 'stall', 'not-json'] as const).find((name) => name === fault);
  return how === undefined ? {} : { how };
}

function send(response: ServerResponse, { status, body, headers, how }: JsonReply): void {
  if (how === 'stall') return;
  const text = how === 'not-json' ? '<html>Gateway</html>' : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  if (how !== 'reset') {
    response.end(text);
    return;
  }
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Starts a server on a free port of 127.0.0.1, or on the one named. */
export async function startJsonServer(
  answer: (request: JsonRequest) => JsonReply,
  port = 0,
): Promise<JsonServer> {
  const server = createServer((request, response) => {
    void read(request).then((recorded) => {
      fake.requests.push(recorded);
      fake.onRequest(recorded);
      send(response, answer(recorded));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const fake: JsonServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    onRequest: () => {},
    close: () => close(server),
  };
  return fake;
}
