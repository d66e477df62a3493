/** The way to DeepL: its client, used so that every call is one attempt and ends in time. */
import * as deepl from 'deepl-node';
import type { Proxy } from './proxy.ts';
import type { Ending } from './failures.ts';
import { DeeplError, failureOf } from './failures.ts';
import type { Watched } from './watch.ts';
import { watched } from './watch.ts';

/** Ours ends a call first, so that the client's own time-out is never the one to explain. */
const CLIENT_SLACK_MS = 2000;

const PROBE = '/v2/usage';

export interface ConnectionSetting {
  readonly authKey: string;
  /** Base address of the API; null for the one that the key belongs to. */
  readonly serverUrl: string | null;
  readonly proxy: Proxy | null;
  /** Of duizhao, for the User-Agent. */
  readonly version: string;
  readonly reportingTag: string | undefined;
  /** How long a call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** DeepL's client, with a way to what the API says and the client drops. */
class Client extends deepl.DeepLClient {
  /** The JSON of an endpoint. */
  async read(path: string, query = new URLSearchParams()): Promise<unknown> {
    const { statusCode, content } = await this.httpClient.sendRequestWithBackoff<string>(
      'GET',
      path,
      { data: query },
    );
    if (statusCode >= 300) throw new deepl.DeepLError(`status ${statusCode}, ${said(content)}`);
    return JSON.parse(content);
  }
}

function said(content: string): string {
  const message = /"(?:message|detail)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(content)?.[1];
  return message === undefined ? '' : `message: ${message}`;
}

function clientFor(setting: ConnectionSetting): Client {
  const { authKey, serverUrl, proxy, reportingTag } = setting;
  return new Client(authKey, {
    sendPlatformInfo: false,
    appInfo: { appName: 'duizhao', appVersion: setting.version },
    minTimeout: setting.timeoutMs + CLIENT_SLACK_MS,
    maxRetries: 1,
    // Undefined would let the client look for a proxy by itself; its type does not know `false`.
    proxy: (proxy ?? false) as Proxy,
    ...(serverUrl === null ? {} : { serverUrl }),
    ...(reportingTag === undefined ? {} : { headers: { 'X-DeepL-Reporting-Tag': reportingTag } }),
  });
}

export interface Call {
  /** Path of the API, as sentences name it. */
  readonly endpoint: string;
  readonly signal?: AbortSignal | undefined;
  /** It costs something: after an abort its answer is waited for as long as it may take anyway. */
  readonly billed?: boolean;
}

export interface Connection {
  /** One call of the client. Throws DeeplError. */
  call<T>(call: Call, work: (client: Client) => Promise<T>): Promise<T>;
}

interface Guarded<T> {
  readonly result: Promise<T>;
  ending(): Ending;
}

/** Ends a call when its time is over, or (where nothing is lost by it) when the run is stopped. */
function guard<T>({ result, stop }: Watched<T>, call: Call, timeoutMs: number): Guarded<T> {
  const stopped = () => call.signal?.aborted === true;
  let ending: Ending = 'broken';
  let cleanUp = () => {};
  const end = new Promise<never>((_, reject) => {
    const giveUp = () => {
      ending = stopped() ? 'stopped' : 'late';
      stop();
      reject(new deepl.ConnectionError('given up'));
    };
    const timer = setTimeout(giveUp, timeoutMs);
    if (call.billed !== true) call.signal?.addEventListener('abort', giveUp, { once: true });
    cleanUp = () => {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', giveUp);
    };
  });
  return {
    result: Promise.race([result, end]).finally(() => cleanUp()),
    ending: () => ending,
  };
}

/** What a key that was refused is refused for. */
function refusedKey(endpoint: string, keyIsGood: boolean, setting: ConnectionSetting): string {
  if (keyIsGood) {
    const without = endpoint.startsWith('/v3/glossaries')
      ? ', or set "glossary" of "deepl" in the config to false to go on without'
      : '';
    return `The DeepL key may not use ${endpoint}; give it that right in the account${without}`;
  }
  const { serverUrl, proxy } = setting;
  const refused = `DeepL refused the key${proxy === null ? '' : ` or the proxy ${proxy.host} the request`}`;
  if (serverUrl === null) return `${refused}; check DEEPL_AUTH_KEY`;
  const host = URL.parse(serverUrl)?.host ?? '';
  return `${refused} at ${host}; check DEEPL_AUTH_KEY, and whether the account belongs to this server or region (DEEPL_SERVER_URL, or "deepl.server" of the config)`;
}

/** Opens the way. Nothing is sent before the first call. */
export function connect(setting: ConnectionSetting): Connection {
  const { authKey, proxy, timeoutMs } = setting;
  const client = clientFor(setting);
  const secrets = [authKey, proxy?.auth?.password ?? ''];
  const way = proxy === null ? '' : ` through the proxy ${proxy.host}:${proxy.port}`;

  const once = async <T>(call: Call, work: (client: Client) => Promise<T>): Promise<T> => {
    if (call.signal?.aborted === true) {
      throw new DeeplError('network', 'Stopped before the request was sent', { transient: false });
    }
    const watch = watched(() => work(client));
    const guarded = guard(watch, call, timeoutMs);
    try {
      return await guarded.result;
    } catch (error) {
      const { seen } = watch;
      const { endpoint, billed = false } = call;
      const ending = guarded.ending();
      throw failureOf(error, { endpoint, billed, seen, ending, timeoutMs, secrets, way });
    }
  };

  /** Whether the key is good for something: a key without one right is refused at one endpoint only. */
  const isGoodKey = async (signal: AbortSignal | undefined): Promise<boolean> => {
    const answer = once({ endpoint: PROBE, signal }, (client) => client.read(PROBE));
    return answer.then(
      () => true,
      () => false,
    );
  };

  return {
    async call(call, work) {
      try {
        return await once(call, work);
      } catch (error) {
        if (!(error instanceof DeeplError) || error.status !== 403) throw error;
        const keyIsGood = call.endpoint !== PROBE && (await isGoodKey(call.signal));
        const { status, detail } = error;
        const sentence = refusedKey(call.endpoint, keyIsGood, setting);
        throw new DeeplError('auth', sentence, { status, detail });
      }
    },
  };
}
