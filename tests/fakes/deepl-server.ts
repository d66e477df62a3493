/**
 * A DeepL that runs on this machine. It keeps to the API's rules (50 texts, 128 KiB, strict XML, codes
 * of languages, glossaries, styles, quota) and knows nothing of the code under test. Its "translations"
 * are the same for the same text: Chinese without a Latin word, English without a Han character, a
 * glossary's renderings as they stand. Faults are switched on by the test.
 *
 * Stand-alone: `node tests/fakes/deepl-server.ts PORT` (key `test-key`), then set
 * DEEPL_SERVER_URL=http://127.0.0.1:PORT and DEEPL_AUTH_KEY=test-key.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Fault } from './deepl/faults.ts';
import type { Answer, RecordedRequest } from './deepl/protocol.ts';
import { record } from './deepl/protocol.ts';
import type { Service } from './deepl/service.ts';
import { answer } from './deepl/service.ts';

export type { Fault } from './deepl/faults.ts';
export type { RecordedRequest } from './deepl/protocol.ts';

export interface FakeDeepl extends Service {
  readonly url: string;
  /** Every request that was sent, refused ones too. */
  readonly requests: RecordedRequest[];
  /** Milliseconds before an answer is sent. */
  latency: number;
  /** Most requests that were under way at a time. */
  peak: number;
  /**
   * The fault of the next `times` requests, null for none. Only requests for paths that begin with
   * `path` meet it.
   */
  fail(fault: Fault | null, times?: number, path?: string): void;
  /** Called when a request has come in, before it is answered. */
  onRequest: (request: RecordedRequest) => void;
  close(): Promise<void>;
}

function headersOf(status: number, text: string, fault: Fault | null): Record<string, string> {
  const retryAfter = fault?.type === 'status' ? fault.retryAfter : undefined;
  return {
    'content-type': 'application/json',
    ...(status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
}

function send(response: ServerResponse, { status, body }: Answer, fault: Fault | null): void {
  const json = body === undefined ? '' : JSON.stringify(body);
  const text = fault?.type === 'not-json' ? '<html>Gateway</html>' : json;
  const hangUp = () => response.socket?.destroy();
  if (fault?.type === 'die-after-billing') {
    hangUp();
    return;
  }
  response.writeHead(status, headersOf(status, text, fault));
  if (fault?.type === 'reset') response.write(text.slice(0, Math.ceil(text.length / 2)), hangUp);
  else response.end(text);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

interface FakeOptions {
  readonly port?: number;
  readonly key?: string;
  readonly quota?: number;
  readonly glossaryLimit?: number;
  readonly latency?: number;
}

/** An account as new, but for what the options say. */
function newService({ key = 'test-key', quota = 500_000, glossaryLimit = 1000 }: FakeOptions) {
  return {
    key,
    quota,
    glossaryLimit,
    usage: 0,
    keyQuota: null,
    period: { start: '2026-11-01T00:00:00Z', end: '2026-12-01T00:00:00Z' },
    styles: new Map<string, string>(),
    denied: new Set<string>(),
    glossaries: new Map(),
    glossaryLoses: 0,
  } satisfies Service;
}

/** The fault in force, used up request by request. */
function faultsInTurn() {
  let fault: Fault | null = null;
  let left = 0;
  let where = '';
  return {
    fail(next: Fault | null, times = Number.POSITIVE_INFINITY, path = '/v2/translate') {
      fault = next;
      left = times;
      where = path;
    },
    next(path: string): Fault | null {
      if (left <= 0 || !path.startsWith(where)) return null;
      left -= 1;
      return fault;
    },
  };
}

/** Starts the server on a free port of 127.0.0.1, or on the one named. */
export async function startFakeDeepl(options: FakeOptions = {}): Promise<FakeDeepl> {
  const faults = faultsInTurn();
  let underWay = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    underWay += 1;
    fake.peak = Math.max(fake.peak, underWay);
    response.on('close', () => {
      underWay -= 1;
    });
    const recorded = record(request, await readBody(request));
    fake.requests.push(recorded);
    fake.onRequest(recorded);
    const fault = faults.next(recorded.path);
    const result = answer(recorded, fake, fault);
    if (fake.latency > 0) await delay(fake.latency);
    if (fault?.type !== 'stall') send(response, result, fault);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const fake: FakeDeepl = {
    ...newService(options),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    latency: options.latency ?? 0,
    peak: 0,
    fail: faults.fail,
    onRequest: () => {},
    close: () => close(server),
  };
  return fake;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const fake = await startFakeDeepl({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`DEEPL_SERVER_URL=${fake.url} DEEPL_AUTH_KEY=${fake.key}\n`);
}
