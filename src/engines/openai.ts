/**
 * Any server that speaks OpenAI's chat completions: OpenAI itself, or a model of one's own behind Ollama,
 * vLLM, llama.cpp. Texts are paired by ids of ours, the answer's form is asked for and then checked, and
 * the article is data only (see openai/prompt.ts).
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Config } from '../config.ts';
import type { Engine, EngineFailure, EngineRequest, EngineTranslation } from '../core/ports.ts';
import { endpointOf } from './address.ts';
import type { HttpAnswer, Service } from './http.ts';
import { exchange, serviceError } from './http.ts';
import type { OpenEngine } from './index.ts';
import type { Answered } from './openai/answer.ts';
import { parseJson, readCompletion } from './openai/answer.ts';
import {
  ANSWER_SCHEMA,
  PROMPT_VERSION,
  systemMessage,
  targetOf,
  userMessage,
  wireId,
} from './openai/prompt.ts';
import { sourceCharacters } from './source-characters.ts';
import { failureOf, refusal } from './status.ts';

/** Small enough that a model loses no text on the way, and that an answer fits its output. */
const LIMITS = { texts: 20, bytes: 48 * 1024 };

export interface OpenaiOptions {
  /** '' for a server that takes none. */
  readonly key: string;
  readonly config: Config;
  /** Of duizhao, for the User-Agent. */
  readonly version: string;
  /** How long one request may take, in milliseconds; without it, as the config says. */
  readonly timeoutMs?: number;
}

type Format = 'json_schema' | 'json_object';

const FORMATS = {
  json_schema: {
    type: 'json_schema',
    json_schema: { name: 'translations', strict: true, schema: ANSWER_SCHEMA },
  },
  json_object: { type: 'json_object' },
} as const;

const SAY: Readonly<Partial<Record<EngineFailure, string>>> = {
  auth: 'The server of "openai" refused the key: check OPENAI_API_KEY and what the key may do',
  quota:
    'The budget of the account at the server of "openai" is used up: add to it, or wait for the next period',
  rate: 'The server of "openai" asks for fewer requests: wait, or lower "concurrency"',
  network: 'The server of "openai" is down or busy: try again later',
  'too-large': 'The request is too large for the model of "openai"',
  rejected: 'The server of "openai" refused the request',
  setup:
    'The server of "openai" does not know the model or the address: check "openai.model" and "openai.server"',
  answer: 'The answer of the server of "openai" cannot be used',
};

const NO_KEY = 'The server of "openai" wants a key, and no OPENAI_API_KEY is set: set it';

/** Failures that a status alone does not tell, by the `code` or `type` of the error. */
const BY_CODE: ReadonlyMap<string, EngineFailure> = new Map<string, EngineFailure>([
  ['insufficient_quota', 'quota'],
  ['billing_hard_limit_reached', 'quota'],
  ['billing_not_active', 'quota'],
  ['context_length_exceeded', 'too-large'],
  ['string_above_max_length', 'too-large'],
  ['model_not_found', 'setup'],
  ['invalid_api_key', 'auth'],
]);

const errorBody = v.object({
  error: v.union([
    v.pipe(
      v.string(),
      v.transform((message) => ({ message, code: '', type: '', param: '' })),
    ),
    v.object({
      message: v.fallback(v.string(), ''),
      code: v.fallback(v.string(), ''),
      type: v.fallback(v.string(), ''),
      param: v.fallback(v.string(), ''),
    }),
  ]),
});

type ErrorBody = v.InferOutput<typeof errorBody>['error'];

function errorOf({ text }: HttpAnswer): ErrorBody {
  const read = v.safeParse(errorBody, parseJson(text));
  return read.success ? read.output.error : { message: text, code: '', type: '', param: '' };
}

/** Compatible servers say in words what OpenAI says by a code. */
function failureFor(status: number, { code, type, message }: ErrorBody): EngineFailure {
  const named = BY_CODE.get(code) ?? BY_CODE.get(type);
  if (named !== undefined && status >= 400) return named;
  const tooLong = /(?:maximum )?context (?:length|size|window)|too many tokens/i.test(message);
  return tooLong && [400, 422].includes(status) ? 'too-large' : failureOf(status);
}

/** A server that does not know structured output says so of the field. */
function lacksFormat({ status }: HttpAnswer, { param, message }: ErrorBody): boolean {
  if (status !== 400 && status !== 422) return false;
  return param.startsWith('response_format') || /response_format|json_schema/.test(message);
}

function bodyOf(request: EngineRequest, config: Config, format: Format): string {
  return JSON.stringify({
    model: config.openai.model,
    messages: [
      { role: 'system', content: systemMessage(request, config) },
      { role: 'user', content: userMessage(request) },
    ],
    response_format: FORMATS[format],
  });
}

function translationsOf(
  { texts, tagged }: EngineRequest,
  answered: Answered,
): readonly EngineTranslation[] {
  const { model, tokens } = answered;
  return texts.map(({ id, text }, index) => ({
    id,
    text: answered.texts.get(wireId(index)) ?? '',
    billed: sourceCharacters(text, tagged),
    ...(model === undefined ? {} : { model }),
    ...(tokens === undefined || index > 0 ? {} : { tokens }),
  }));
}

/** What of the config shapes an answer; the server by its place only. */
function settingsLine(config: Config, url: string): string {
  const { host, pathname } = new URL(url);
  const { model, instructions } = config.openai;
  const house = createHash('sha256').update(JSON.stringify(instructions)).digest('hex');
  return JSON.stringify(['openai', PROMPT_VERSION, host + pathname, model, house.slice(0, 16)]);
}

/** Reads a 2xx answer. Throws EngineError for one that cannot be used; it has been paid for. */
function accept(service: Service, request: EngineRequest, { text }: HttpAnswer) {
  const read = readCompletion(
    text,
    request.texts.map((_, index) => wireId(index)),
  );
  if (!('wrong' in read)) return translationsOf(request, read);
  const failure = read.filtered === true ? 'rejected' : 'answer';
  throw serviceError(service, failure, {
    say: SAY[failure] ?? '',
    detail: read.wrong,
    perhapsBilled: true,
  });
}

/** Opens the engine. Nothing is sent before the first `translate`. Throws UserError for a bad address. */
export function createOpenai({ key, config, version, timeoutMs }: OpenaiOptions): Engine {
  const url = endpointOf(config.openai.server, '/chat/completions', 'openai.server');
  const service: Service = {
    name: new URL(url).host,
    timeoutMs: timeoutMs ?? config.openai.timeout * 1000,
    paid: true,
    secrets: [key],
    userAgent: `duizhao/${version}`,
  };
  const headers = {
    'content-type': 'application/json',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  };
  const line = settingsLine(config, url);
  const say = key === '' ? { ...SAY, auth: NO_KEY } : SAY;
  let format: Format = 'json_schema';

  const ask: Engine['translate'] = async (request, signal) => {
    const asked = format;
    const body = bodyOf(request, config, asked);
    const answer = await exchange(service, { url, headers, body }, signal);
    if (answer.status >= 200 && answer.status < 300) return accept(service, request, answer);
    const error = errorOf(answer);
    if (asked === 'json_schema' && lacksFormat(answer, error)) {
      // Refused for its form and not charged: the same in the form that older servers know.
      format = 'json_object';
      return ask(request, signal);
    }
    const failure = failureFor(answer.status, error);
    throw refusal(service, answer, { failure, say, detail: error.message });
  };

  return {
    id: 'openai',
    limits: LIMITS,
    free: false,
    takesTerms: 'request',
    settings: (from) => `${line} ${targetOf(from === 'zh' ? 'en' : 'zh', config.deepl)}`,
    size: (request) => Buffer.byteLength(bodyOf(request, config, format)),
    translate: ask,
  };
}

export const open: OpenEngine = (key, { config, version }) =>
  createOpenai({ key, config, version });
