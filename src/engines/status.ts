/** What an HTTP status of a translation service means, where the service says nothing better. */
import type { EngineError, EngineFailure } from '../core/ports.ts';
import type { HttpAnswer, Service } from './http.ts';
import { retryAfterOf, serviceError } from './http.ts';

const BY_STATUS: Readonly<Record<number, EngineFailure>> = {
  401: 'auth',
  402: 'quota',
  403: 'auth',
  404: 'setup',
  405: 'setup',
  407: 'auth',
  408: 'network',
  413: 'too-large',
  414: 'too-large',
  425: 'network',
  429: 'rate',
};

/** A gateway gave up on a server that may well have done the work. */
const GIVEN_UP: ReadonlySet<number> = new Set([504, 524]);

/** The failure that an HTTP status other than 2xx stands for. */
export function failureOf(status: number): EngineFailure {
  if (status >= 500) return 'network';
  if (status < 400) return 'setup';
  return BY_STATUS[status] ?? 'rejected';
}

/** A refusal as an error. `say` has the sentence of each failure that can come of a status. */
export function refusal(
  service: Service,
  answer: HttpAnswer,
  of: {
    readonly failure: EngineFailure;
    readonly say: Readonly<Partial<Record<EngineFailure, string>>>;
    readonly detail: string;
  },
): EngineError {
  const retryAfter = retryAfterOf(answer.headers, Date.now());
  return serviceError(service, of.failure, {
    say: of.say[of.failure] ?? `${service.name} refused the request`,
    detail: of.detail === '' ? `status ${answer.status}` : `status ${answer.status}: ${of.detail}`,
    ...(retryAfter === null ? {} : { retryAfter }),
    perhapsBilled: GIVEN_UP.has(answer.status),
  });
}
