/**
 * Watches the HTTP requests that somebody else's code makes. DeepL's client shows no headers of an
 * answer, does not say whether a request had gone out, and cannot be interrupted. Node publishes every
 * request on the channel `http.client.request.created`; an asynchronous context tells whose it is.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** What was seen of the request. */
export interface Seen {
  /** Of the answer, as soon as its head has come; null before. */
  status: number | null;
  headers: IncomingMessage['headers'];
  /** All of the request was handed to the system to be sent, so that it may have arrived. */
  sent: boolean;
}

interface Watch {
  readonly seen: Seen;
  request: ClientRequest | null;
  stopped: boolean;
}

const watches = new AsyncLocalStorage<Watch>();
let subscribed = false;

function onCreated(message: unknown): void {
  const watch = watches.getStore();
  if (watch === undefined) return;
  const { request } = message as { readonly request: ClientRequest };
  const { seen } = watch;
  // A second request follows a redirect: it would carry text and key to a place that nobody named.
  if (watch.stopped || watch.request !== null) {
    request.destroy();
    return;
  }
  watch.request = request;
  request.once('finish', () => {
    seen.sent = true;
  });
  request.once('response', (response: IncomingMessage) => {
    seen.status = response.statusCode ?? null;
    seen.headers = response.headers;
  });
}

export interface Watched<T> {
  readonly result: Promise<T>;
  readonly seen: Seen;
  /** Breaks the request off, and lets none begin. */
  stop(): void;
}

/** Starts work that makes one HTTP request, which is to be watched. */
export function watched<T>(work: () => Promise<T>): Watched<T> {
  if (!subscribed) subscribe('http.client.request.created', onCreated);
  subscribed = true;
  const seen: Seen = { status: null, headers: {}, sent: false };
  const watch: Watch = { seen, request: null, stopped: false };
  return {
    result: watches.run(watch, work),
    seen,
    stop() {
      watch.stopped = true;
      watch.request?.destroy();
    },
  };
}
