/** A request and an answer, as the parts of the fake hand them on. */
import type { IncomingMessage } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  /** Length of the body as it came, in bytes. */
  readonly bytes: number;
  readonly texts: readonly string[];
  readonly instructions: readonly string[];
  /** Running text that was sent along; '' for none. */
  readonly context: string;
  /** All fields of the form that may stand in it once. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** Undefined: none. */
  readonly body: unknown;
}

export function refuse(status: number, message: string): Answer {
  return { status, body: { message } };
}

/** `en` of `en-GB`. */
export function root(code: string): string {
  return code.toLowerCase().split('-')[0] ?? '';
}

const REPEATED = new Set(['text', 'custom_instructions']);

export function record(request: IncomingMessage, body: Buffer): RecordedRequest {
  const form = new URLSearchParams(body.toString('utf8'));
  const url = new URL(request.url ?? '', 'http://fake');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    bytes: body.length,
    texts: form.getAll('text'),
    instructions: form.getAll('custom_instructions'),
    context: form.get('context') ?? '',
    fields: Object.fromEntries([...form].filter(([name]) => !REPEATED.has(name))),
  };
}
