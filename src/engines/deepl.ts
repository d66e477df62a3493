/**
 * DeepL through its own client. What the client does not do is done here: sizes of requests as they are
 * sent, answers paired by id, errors told apart (the client gives most of them no status), and the key
 * kept out of every message.
 */
import * as deepl from 'deepl-node';
import type { Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import type {
  Engine,
  EngineFailure,
  EngineRequest,
  EngineText,
  EngineTranslation,
} from '../core/ports.ts';
import { EngineError } from '../core/ports.ts';
import type { OpenEngine } from './index.ts';

/** DeepL takes 50 texts and 128 KiB of encoded body; 120 KiB leave room. */
const LIMITS = { texts: 50, bytes: 120 * 1024 };
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 4;

export interface DeeplOptions {
  readonly authKey: string;
  /** Base address of the API; without it the client picks one by the key. */
  readonly serverUrl: string | undefined;
  readonly config: Config['deepl'];
  /** Of duizhao, for the User-Agent. */
  readonly version: string;
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** Attempts in all, at transient failures. */
  readonly attempts?: number;
}

type DeeplTarget = 'zh-HANS' | 'zh-HANT' | 'en-US' | 'en-GB';

// The client passes `zh-CN` through and refuses `en`; DeepL knows neither as a target.
const TARGETS: readonly (readonly [RegExp, DeeplTarget])[] = [
  [/^zh-(?:hant(?:-.*)?|tw|hk|mo)$/i, 'zh-HANT'],
  [/^zh(?:-.*)?$/i, 'zh-HANS'],
  [/^en-gb$/i, 'en-GB'],
  [/^en(?:-.*)?$/i, 'en-US'],
];

/** DeepL's target code for a language tag. Throws UserError for a language other than zh and en. */
export function deeplTarget(tag: string): DeeplTarget {
  const found = TARGETS.find(([pattern]) => pattern.test(tag));
  if (found !== undefined) return found[1];
  throw new UserError(`Unexpected target language "${tag}", expected a kind of zh or en.`);
}

const BY_STATUS: Readonly<Record<string, EngineFailure>> = {
  401: 'auth',
  403: 'auth',
  407: 'auth',
  408: 'network',
  413: 'too-large',
  414: 'too-large',
  429: 'rate',
  456: 'quota',
};

/** Messages of errors without a class and without a status, from `checkStatusCode` of deepl-node 1.28. */
const BY_MESSAGE: readonly (readonly [RegExp, EngineFailure])[] = [
  [/^Bad request/, 'rejected'],
  [/^Not found/, 'network'],
  [/^Service unavailable/, 'network'],
  [/^Error parsing response/, 'answer'],
];

type ErrorClass = abstract new (...args: never[]) => deepl.DeepLError;

const BY_CLASS: readonly (readonly [ErrorClass, EngineFailure])[] = [
  [deepl.QuotaExceededError, 'quota'],
  [deepl.AuthorizationError, 'auth'],
  [deepl.TooManyRequestsError, 'rate'],
  [deepl.ConnectionError, 'network'],
];

function byStatus(status: string): EngineFailure {
  return BY_STATUS[status] ?? (status.startsWith('4') ? 'rejected' : 'network');
}

/** What kind of failure an error of the client is. Anything unknown is a request DeepL will not take. */
export function deeplFailure(error: deepl.DeepLError): EngineFailure {
  const named = BY_CLASS.find(([type]) => error instanceof type);
  if (named !== undefined) return named[1];
  const status = /^Unexpected status code: (\d{3})/.exec(error.message)?.[1];
  if (status !== undefined) return byStatus(status);
  return BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'rejected';
}

const SENTENCES: Readonly<Record<EngineFailure, string>> = {
  auth: 'DeepL refused the key: check DEEPL_AUTH_KEY, what the key may do, and DEEPL_SERVER_URL if the account belongs to a region',
  quota: 'The quota of the DeepL account for this period is used up',
  rate: 'DeepL asks for fewer requests; wait a few minutes',
  network: 'DeepL gave no usable answer; a request that reached it may have been billed',
  'too-large': 'DeepL found the request too large',
  rejected: 'DeepL refused the request',
  answer: "DeepL's answer does not fit the request",
};

/** One line without control characters, the key blotted out, cut to a readable length. */
function cleanDetail(message: string, authKey: string): string {
  const line = message
    .replaceAll(authKey, '[key]')
    .replaceAll(encodeURIComponent(authKey), '[key]')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

/** The client's errors as ours; anything else is a bug and passes. */
function engineError(error: unknown, authKey: string): unknown {
  if (!(error instanceof deepl.DeepLError)) return error;
  const failure = deeplFailure(error);
  const detail = cleanDetail(error.message, authKey);
  return new EngineError(failure, `${SENTENCES[failure]} (${detail}).`);
}

function options(request: EngineRequest, config: Config['deepl']): deepl.TranslateTextOptions {
  return {
    splitSentences: 'off',
    ...(request.tagged ? { tagHandling: 'xml', tagHandlingVersion: 'v2', ignoreTags: ['x'] } : {}),
    ...(request.context === '' ? {} : { context: request.context }),
    modelType: config.model,
  };
}

/** The body as deepl-node encodes it: a form, in which a Han character takes nine bytes. */
function formSize(request: EngineRequest, target: DeeplTarget, config: Config['deepl']): number {
  const form = new URLSearchParams({
    target_lang: target,
    source_lang: request.from,
    show_billed_characters: '1',
    split_sentences: '0',
    model_type: config.model,
  });
  if (request.tagged) {
    form.append('tag_handling', 'xml');
    form.append('tag_handling_version', 'v2');
    form.append('ignore_tags', 'x');
  }
  if (request.context !== '') form.append('context', request.context);
  for (const { text } of request.texts) form.append('text', text);
  return form.toString().length;
}

/** DeepL answers by position; a short or long answer can not be paired, so nothing of it is used. */
function pair(
  texts: readonly EngineText[],
  results: readonly deepl.TextResult[],
): EngineTranslation[] {
  const blank = results.every(({ text }) => typeof text !== 'string' || text.trim() === '');
  if (results.length !== texts.length || blank) {
    const got = blank ? 'only blank texts' : `${results.length} texts`;
    throw new EngineError(
      'answer',
      `${SENTENCES.answer} (${texts.length} texts sent, ${got} back).`,
    );
  }
  return texts.map(({ id, text }, index) => {
    const result = results[index];
    const billed = result?.billedCharacters;
    return {
      id,
      text: typeof result?.text === 'string' ? result.text : '',
      billed: typeof billed === 'number' ? billed : [...text].length,
      ...(typeof result?.modelTypeUsed === 'string' ? { model: result.modelTypeUsed } : {}),
    };
  });
}

/**
 * The client can not be interrupted: after an abort the request in flight gets one more attempt's time,
 * so that an answer that was paid for is kept, but a silent server does not hold the user.
 */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal, graceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    const give = () => reject(new EngineError('network', `${SENTENCES.network} (stopped).`));
    onAbort = () => {
      timer = setTimeout(give, graceMs);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Opens DeepL. Nothing is sent before the first `translate`. */
export function createDeepl(settings: DeeplOptions): Engine {
  const { authKey, config, timeoutMs = TIMEOUT_MS } = settings;
  const client = new deepl.DeepLClient(authKey, {
    sendPlatformInfo: false,
    appInfo: { appName: 'duizhao', appVersion: settings.version },
    minTimeout: timeoutMs,
    maxRetries: settings.attempts ?? ATTEMPTS,
    ...(settings.serverUrl === undefined ? {} : { serverUrl: settings.serverUrl }),
  });
  const target = (request: EngineRequest) =>
    deeplTarget(request.to === 'zh' ? config.chinese : config.english);

  return {
    id: 'deepl',
    limits: LIMITS,
    size: (request) => formSize(request, target(request), config),
    async translate(request, signal = new AbortController().signal) {
      if (signal.aborted) throw new EngineError('network', 'Stopped before the request was sent.');
      const texts = request.texts.map(({ text }) => text);
      try {
        const work = client.translateText(
          texts,
          request.from,
          target(request),
          options(request, config),
        );
        return pair(request.texts, await untilStopped(work, signal, timeoutMs));
      } catch (error) {
        throw engineError(error, authKey);
      }
    },
  };
}

/** DeepL as the environment describes it. Throws UserError for an address that is none. */
export const open: OpenEngine = (key, { env, config, version }) => {
  const serverUrl = env['DEEPL_SERVER_URL']?.trim() || undefined;
  if (serverUrl !== undefined && !/^https?:$/.test(URL.parse(serverUrl)?.protocol ?? '')) {
    throw new UserError('DEEPL_SERVER_URL: expected an address like "https://api-free.deepl.com".');
  }
  return createDeepl({ authKey: key, serverUrl, config: config.deepl, version });
};
