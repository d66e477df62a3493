/**
 * LibreTranslate, on a machine of one's own or hosted. It pairs by position and takes neither context nor
 * terms; which code it has for Chinese depends on its version, so it is asked once.
 */
import * as v from 'valibot';
import type { Config } from '../config.ts';
import type { Lang } from '../core/model.ts';
import { otherLang } from '../core/model.ts';
import type { Engine, EngineFailure, EngineRequest, EngineTranslation } from '../core/ports.ts';
import { EngineError } from '../core/ports.ts';
import { endpointOf } from './address.ts';
import type { HttpAnswer, Service } from './http.ts';
import { exchange, serviceError } from './http.ts';
import type { OpenEngine } from './index.ts';
import { fromHtml, toHtml } from './libretranslate/html.ts';
import { sourceCharacters } from './source-characters.ts';
import { failureOf, refusal } from './status.ts';

/** Its servers are often set to 32 texts a request. */
const LIMITS = { texts: 25, bytes: 64 * 1024 };

export interface LibretranslateOptions {
  /** '' for a server that takes none; nothing it does costs anything then. */
  readonly key: string;
  readonly config: Config;
  /** Of duizhao, for the User-Agent. */
  readonly version: string;
  /** How long one request may take, in milliseconds; without it, as the config says. */
  readonly timeoutMs?: number;
}

/** What servers call Chinese: newer ones by its script, older ones by codes of their own. */
const CODES = { 'zh-Hans': ['zh-Hans', 'zh'], 'zh-Hant': ['zh-Hant', 'zt'] } as const;

const SAY: Readonly<Partial<Record<EngineFailure, string>>> = {
  auth: 'LibreTranslate refused: check LIBRETRANSLATE_API_KEY, or ask whoever runs the server',
  quota: 'The budget of the account at LibreTranslate is used up',
  rate: 'LibreTranslate asks for fewer requests: wait, or lower "concurrency"',
  network: 'LibreTranslate is down or busy: try again later',
  'too-large': 'LibreTranslate found the request too large',
  rejected: 'LibreTranslate refused the request',
  setup: 'That is no LibreTranslate: check "libretranslate.server"',
  answer: 'The answer of LibreTranslate cannot be used',
};

const languagesBody = v.array(
  v.object({ code: v.string(), targets: v.optional(v.array(v.string())) }),
);
const translatedBody = v.object({ translatedText: v.array(v.string()) });
const errorBody = v.object({ error: v.string() });

function json({ text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isGood({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

function refusedBy(service: Service, answer: HttpAnswer): EngineError {
  const read = v.safeParse(errorBody, json(answer));
  const detail = read.success ? read.output.error : answer.text;
  const tooLarge = answer.status === 400 && /exceeds (?:text|character) limit/.test(detail);
  const failure = tooLarge ? 'too-large' : failureOf(answer.status);
  return refusal(service, answer, { failure, say: SAY, detail });
}

function unusable(service: Service, detail: string): EngineError {
  return serviceError(service, 'answer', { say: SAY.answer ?? '', detail, perhapsBilled: true });
}

/** Its code for Chinese, or an error that says it has none. */
function chineseOf(service: Service, answer: HttpAnswer, config: Config): string {
  const read = v.safeParse(languagesBody, json(answer));
  const known = read.success ? read.output.map(({ code }) => code) : [];
  const found = CODES[config.deepl.chinese].find((code) => known.includes(code));
  if (found !== undefined && known.includes('en')) return found;
  const say = read.success
    ? `LibreTranslate does not have English and ${config.deepl.chinese} there: install both languages on the server`
    : (SAY.setup ?? '');
  throw serviceError(service, 'setup', { say });
}

interface Wire {
  readonly request: EngineRequest;
  readonly chinese: string;
  readonly key: string;
}

function bodyOf({ request, chinese, key }: Wire): string {
  const { texts, from, tagged } = request;
  const code = (lang: Lang) => (lang === 'zh' ? chinese : 'en');
  return JSON.stringify({
    q: texts.map(({ text }) => (tagged ? toHtml(text) : text)),
    source: code(from),
    target: code(otherLang(from)),
    format: tagged ? 'html' : 'text',
    ...(key === '' ? {} : { api_key: key }),
  });
}

/** Reads a 2xx answer: texts by position. A short or long one cannot be paired: nothing of it is used. */
function accept(
  service: Service,
  { texts, tagged }: EngineRequest,
  answer: HttpAnswer,
): readonly EngineTranslation[] {
  const read = v.safeParse(translatedBody, json(answer));
  if (!read.success) throw unusable(service, 'it does not have the form of one');
  const given = read.output.translatedText;
  if (given.length !== texts.length) {
    throw unusable(service, `${texts.length} texts sent, ${given.length} back`);
  }
  if (given.every((text) => text.trim() === '')) throw unusable(service, 'all texts are blank');
  return texts.map(({ id, text }, index) => {
    const translated = given[index] ?? '';
    return {
      id,
      text: tagged ? fromHtml(translated) : translated,
      billed: service.paid ? sourceCharacters(text, tagged) : 0,
    };
  });
}

/** Opens the engine. Nothing is sent before the first `translate`. Throws UserError for a bad address. */
export function createLibretranslate(options: LibretranslateOptions): Engine {
  const { key, config } = options;
  const { server, timeout } = config.libretranslate;
  const url = endpointOf(server, '/translate', 'libretranslate.server');
  const languages = endpointOf(server, '/languages', 'libretranslate.server');
  const { host } = new URL(url);
  const service: Service = {
    name: `LibreTranslate at ${host}`,
    timeoutMs: options.timeoutMs ?? timeout * 1000,
    paid: key !== '',
    secrets: [key],
    userAgent: `duizhao/${options.version}`,
  };
  let chinese: string | null = null;

  const learnChinese = async (signal?: AbortSignal) => {
    const answer = await exchange(service, { url: languages }, signal);
    if (!isGood(answer)) throw refusedBy({ ...service, paid: false }, answer);
    return chineseOf(service, answer, config);
  };

  return {
    id: 'libretranslate',
    limits: LIMITS,
    free: !service.paid,
    takesTerms: 'never',
    settings: (from) => {
      const variant = from === 'zh' ? 'en' : config.deepl.chinese;
      return JSON.stringify(['libretranslate', host, variant]);
    },
    size: (request) =>
      Buffer.byteLength(
        bodyOf({ request, chinese: chinese ?? CODES[config.deepl.chinese][0], key }),
      ),
    async translate(request, signal) {
      chinese ??= await learnChinese(signal);
      const sent = {
        url,
        headers: { 'content-type': 'application/json' },
        body: bodyOf({ request, chinese, key }),
      };
      const answer = await exchange(service, sent, signal);
      if (!isGood(answer)) throw refusedBy(service, answer);
      return accept(service, request, answer);
    },
  };
}

export const open: OpenEngine = (key, { config, version }) =>
  createLibretranslate({ key, config, version });
