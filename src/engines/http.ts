/**
 * One request over HTTP, as the engines without a client of their own make it: one attempt, a time-out,
 * a stop that does not throw away a paid answer, and errors that say whether they may have cost money
 * and never hold a key.
 */
import { clipText } from '../core/clip-text.ts';
import type { EngineErrorFacts, EngineFailure } from '../core/ports.ts';
import { EngineError } from '../core/ports.ts';
import { visibleLine } from '../core/safe-text.ts';

/** Larger answers than this are none: the largest request is a hundredth of it. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/** How long an answer that is being paid for is waited for after the run was stopped. */
const GRACE_MS = 10_000;
const MAX_DETAIL = 200;

/** Whom an engine talks to, for every request. */
export interface Service {
  /** As sentences name it. */
  readonly name: string;
  /** How long a request may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Answers cost something, even those that do not arrive. */
  readonly paid: boolean;
  /** Never to be shown. */
  readonly secrets: readonly string[];
  readonly userAgent: string;
}

export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON to POST; without it the request is a GET, which costs nothing. */
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Errors of Node's that come before anything was sent: nobody there, no such name, no trust. */
const NOT_SENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+|ERR_INVALID_URL|bad port)$/;

/** One line for a terminal, keys blotted out, cut to a readable length. */
export function safeDetail(message: string, secrets: readonly string[]): string {
  let line = message;
  for (const secret of secrets.filter((each) => each !== '')) {
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret)])) {
      line = line.replaceAll(form, '[key]');
    }
  }
  // Services show the ends of a wrong key.
  line = visibleLine(line.replace(/\bsk-[^\s"'`,;]+/g, '[key]').replace(/\s+/g, ' ')).trim();
  return clipText(line, MAX_DETAIL);
}

/** An error of a service: the sentence, and in brackets what the service itself said. */
export function serviceError(
  { paid, secrets }: Service,
  failure: EngineFailure,
  { say, detail = '', ...facts }: EngineErrorFacts & { readonly say: string; detail?: string },
): EngineError {
  const safe = safeDetail(detail, secrets).replace(/[.\s]+$/, '');
  return new EngineError(failure, `${say}${safe === '' ? '' : ` (${safe})`}.`, {
    ...facts,
    perhapsBilled: paid && (facts.perhapsBilled ?? false),
  });
}

const FIGURE = /^\d{1,9}(?:\.\d{1,9})?$/;

/**
 * How long an answer's headers ask to wait, in milliseconds: `retry-after-ms`, or `Retry-After` as
 * seconds or as a date (RFC 9110, 10.2.3); null when they do not say.
 */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const exact = headers.get('retry-after-ms')?.trim() ?? '';
  if (FIGURE.test(exact)) return Math.ceil(Number(exact));
  const value = headers.get('retry-after')?.trim() ?? '';
  if (FIGURE.test(value)) return Math.ceil(Number(value) * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** What `fetch` says of a failure: the code of its cause, or the cause's words. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return '';
  return 'code' in cause ? String(cause.code) : cause.message;
}

/** The end of a request that is not an answer: by the clock, or some time after the user's stop. */
interface Deadline {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

function deadlineOf(timeoutMs: number, graceMs: number, stop: AbortSignal): Deadline {
  const controller = new AbortController();
  const end = () => controller.abort();
  const timers = [setTimeout(end, timeoutMs)];
  const onStop = () => timers.push(setTimeout(end, Math.min(timeoutMs, graceMs)));
  stop.addEventListener('abort', onStop, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      timers.forEach((timer) => clearTimeout(timer));
      stop.removeEventListener('abort', onStop);
    },
  };
}

async function readText(service: Service, response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) {
      throw serviceError(service, 'answer', {
        say: `${service.name} answered more than any translation needs`,
        perhapsBilled: true,
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A request without an answer, as one of ours. */
function lost(service: Service, error: unknown, how: 'stopped' | 'late' | 'broken'): EngineError {
  if (error instanceof EngineError) return error;
  const { name, timeoutMs, paid } = service;
  const billed = paid ? '; the request may have been billed' : '';
  if (how === 'stopped') {
    const say = `Stopped while ${name} was at work${billed}`;
    return serviceError(service, 'network', { say, perhapsBilled: true });
  }
  if (how === 'late') {
    const say = `${name} gave no answer within ${timeoutMs / 1000} seconds${billed}`;
    return serviceError(service, 'network', { say, perhapsBilled: true });
  }
  const detail = causeOf(error);
  if (NOT_SENT.test(detail)) {
    return serviceError(service, 'network', { say: `${name} was not reached`, detail });
  }
  const say = `The connection to ${name} broke before the answer was complete${billed}`;
  return serviceError(service, 'network', { say, detail, perhapsBilled: true });
}

function wayOf(deadline: Deadline, stop: AbortSignal): 'stopped' | 'late' | 'broken' {
  if (!deadline.signal.aborted) return 'broken';
  return stop.aborted ? 'stopped' : 'late';
}

/**
 * Sends one request and reads its whole answer, whatever its status. Redirects are not followed: they
 * would carry text and key to a place that nobody named.
 * @throws EngineError `network` when there is no answer, `answer` when it is too long to be one
 */
export async function exchange(
  service: Service,
  { url, headers = {}, body }: HttpRequest,
  stop: AbortSignal = new AbortController().signal,
): Promise<HttpAnswer> {
  if (stop.aborted) throw new EngineError('network', 'Stopped before the request was sent.');
  const isQuestion = body === undefined;
  const billable = isQuestion ? { ...service, paid: false } : service;
  const deadline = deadlineOf(service.timeoutMs, isQuestion ? 0 : GRACE_MS, stop);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: deadline.signal,
      headers: { accept: 'application/json', 'user-agent': service.userAgent, ...headers },
      ...(isQuestion ? {} : { method: 'POST', body }),
    });
    const text = await readText(billable, response);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    throw lost(billable, error, wayOf(deadline, stop));
  } finally {
    deadline.release();
  }
}
