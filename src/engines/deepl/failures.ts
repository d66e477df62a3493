/** DeepL's refusals and broken connections as failures, each with what to do about it. */
import * as deepl from 'deepl-node';
import type { EngineErrorFacts, EngineFailure } from '../../core/ports.ts';
import { EngineError } from '../../core/ports.ts';
import { retryAfterOf, safeDetail } from '../http.ts';
import type { Seen } from './watch.ts';

/** How a call ended that was not answered in time, or at all. */
export type Ending = 'late' | 'stopped' | 'broken';

/** Whom the call was for, and how much may be said of it. */
export interface CallFacts {
  /** Path of the API, as a sentence names it. */
  readonly endpoint: string;
  /** An answer costs something. */
  readonly billed: boolean;
  readonly seen: Seen;
  readonly ending: Ending;
  readonly timeoutMs: number;
  readonly secrets: readonly string[];
  /** ` through the proxy …`, or nothing. */
  readonly way: string;
}

/** An EngineError with what only this folder needs to know. */
export class DeeplError extends EngineError {
  readonly status: number | null;
  /** What DeepL itself said; '' when it said nothing. */
  readonly detail: string;
  constructor(
    failure: EngineFailure,
    sentence: string,
    facts: EngineErrorFacts & { readonly status?: number | null; readonly detail?: string } = {},
  ) {
    const { detail = '' } = facts;
    const said = detail.replace(/[.\s]+$/, '');
    super(failure, `${sentence}${said === '' ? '' : ` (DeepL says: ${said})`}.`, facts);
    this.status = facts.status ?? null;
    this.detail = detail;
  }
}

type Verdict = readonly [EngineFailure, string];

const REFUSED: Verdict = [
  'rejected',
  'DeepL will not take the request; mend what it names, in the text or in "deepl" of the config',
];
const DOWN: Verdict = ['network', 'DeepL has trouble of its own; run it again in a few minutes'];

/** What a status means for any endpoint; 403 and 404 are told apart by who knows more. */
const BY_STATUS: Readonly<Record<number, Verdict>> = {
  401: ['auth', 'DeepL refused the key; check DEEPL_AUTH_KEY'],
  403: ['auth', 'DeepL refused the key; check DEEPL_AUTH_KEY'],
  404: [
    'setup',
    'There is nothing of DeepL at this address; check DEEPL_SERVER_URL or "deepl.server" of the config',
  ],
  407: ['auth', 'The proxy wants a name and a password; put them into HTTPS_PROXY'],
  408: ['network', 'DeepL waited for the request in vain; run it again'],
  413: ['too-large', 'DeepL found the request too large; it has to be sent in parts'],
  414: ['too-large', 'DeepL found the request too large; it has to be sent in parts'],
  429: ['rate', 'DeepL asks for fewer requests; wait a few minutes or lower "concurrency"'],
  456: [
    'quota',
    'The quota of the DeepL account for this period is used up; wait for the next period or raise the limit in the account',
  ],
  503: ['network', 'DeepL is not available now; run it again in a few minutes'],
  504: ['network', 'DeepL took too long to answer its own gateway; run it again in a few minutes'],
  529: ['rate', 'DeepL is overloaded; wait a few minutes or lower "concurrency"'],
};

function byStatus(status: number): Verdict {
  if (status < 400) return BY_STATUS[404] ?? REFUSED;
  return BY_STATUS[status] ?? (status < 500 ? REFUSED : DOWN);
}

/** What the service itself said, without the client's words around it. */
function detailOf(error: unknown, secrets: readonly string[]): string {
  const message = error instanceof Error ? error.message : '';
  const said = /(?:message|detail): (.*?)(?:, content: .*)?$/s.exec(message)?.[1] ?? '';
  return safeDetail(said, secrets);
}

function refusal(status: number, error: unknown, call: CallFacts): DeeplError {
  const { seen, secrets, billed } = call;
  const [failure, sentence] = byStatus(status);
  const headers = new Headers();
  const { 'retry-after': retryAfter, date } = seen.headers;
  if (retryAfter !== undefined) headers.set('retry-after', retryAfter);
  // By the server's own clock: this machine's may be wrong.
  const now = Date.parse(date ?? '') || Date.now();
  const wait = retryAfterOf(headers, now);
  return new DeeplError(failure, sentence, {
    status,
    detail: detailOf(error, secrets),
    // The gateway gave up on a service that may have gone on.
    perhapsBilled: billed && status === 504,
    ...(wait === null ? {} : { retryAfter: wait }),
  });
}

function codeOf(error: unknown): string {
  const inner = error instanceof deepl.DeepLError ? error.error : undefined;
  const code = inner !== undefined && 'code' in inner ? String(inner.code) : '';
  return /^[A-Z][A-Z0-9_]+$/.test(code) ? ` (${code})` : '';
}

function brokenSentence(error: unknown, { ending, timeoutMs, way, seen }: CallFacts): string {
  if (ending === 'stopped') return 'Stopped while DeepL was at work';
  if (ending === 'late') return `DeepL gave no answer within ${timeoutMs / 1000} seconds${way}`;
  if (seen.sent) return `The connection to DeepL broke before the answer was complete${way}`;
  return `DeepL was not reached${way}${codeOf(error)}; check the network, or DEEPL_SERVER_URL if it is set`;
}

function broken(error: unknown, call: CallFacts): DeeplError {
  const perhapsBilled = call.billed && call.seen.sent;
  const billed = perhapsBilled ? '; the request may have been billed' : '';
  return new DeeplError('network', `${brokenSentence(error, call)}${billed}`, {
    status: call.seen.status,
    perhapsBilled,
  });
}

/** Whether an error is of the connection, not of what came over it. */
function isBroken(error: unknown, { ending }: CallFacts): boolean {
  return ending !== 'broken' || error instanceof deepl.ConnectionError;
}

/**
 * What went wrong with a call to DeepL. A mistake of the program passes as it is.
 * @param error what the client threw: it names no status and hides the headers, so that `call.seen`
 *   says more
 */
export function failureOf(error: unknown, call: CallFacts): unknown {
  if (error instanceof EngineError) return error;
  const { status } = call.seen;
  if (status !== null && (status < 200 || status >= 300)) return refusal(status, error, call);
  if (isBroken(error, call)) return broken(error, call);
  if (status !== null) {
    return new DeeplError('answer', `DeepL's answer at ${call.endpoint} cannot be read`, {
      status,
      perhapsBilled: call.billed,
    });
  }
  if (!(error instanceof deepl.DeepLError)) return error;
  return new DeeplError('rejected', 'The request was not sent, since DeepL would not take it', {
    detail: safeDetail(error.message, call.secrets),
  });
}
