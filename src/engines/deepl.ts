/**
 * DeepL through its own client. What the client does not do is done here: sizes of requests as they are
 * sent, answers paired by id, errors told apart, a way to stop, a glossary kept equal to the term base,
 * and the key kept out of every message.
 */
import type { Config } from '../config.ts';
import { UserError } from '../core/errors.ts';
import { otherLang } from '../core/model.ts';
import type { Engine, EngineRequest } from '../core/ports.ts';
import type { Connection } from './deepl/connection.ts';
import { connect } from './deepl/connection.ts';
import { DeeplError } from './deepl/failures.ts';
import { formSize, settingsLine, targetOf, textOptions } from './deepl/form.ts';
import type { ReadyGlossary } from './deepl/glossary.ts';
import { prepareGlossary } from './deepl/glossary.ts';
import { pair } from './deepl/pair.ts';
import type { Proxy } from './deepl/proxy.ts';
import { proxyFor } from './deepl/proxy.ts';
import { deeplUsage } from './deepl/usage.ts';
import type { OpenEngine } from './index.ts';

/** DeepL takes 50 texts and 128 KiB of encoded body; 120 KiB leave room. */
const LIMITS = { texts: 50, bytes: 120 * 1024 };
const ENDPOINT = '/v2/translate';

export interface DeeplOptions {
  readonly authKey: string;
  /** Base address of the API; null for the one that the key belongs to. */
  readonly serverUrl: string | null;
  readonly config: Config['deepl'];
  /** Of duizhao, for the User-Agent. */
  readonly version: string;
  readonly proxy?: Proxy | null;
  /** Short name of the workspace, for the name of its glossary. */
  readonly workspace?: string;
  /** How long one attempt may take, in milliseconds; the config's otherwise. */
  readonly timeoutMs?: number;
}

/** What a request needs of the account that is not there. */
function goneThing(glossary: string | null, style: string | undefined): string | null {
  const things = [
    ...(glossary === null ? [] : ['the glossary that the term base was uploaded to']),
    ...(style === undefined ? [] : ['the style rule of "deepl.style" in the config']),
  ];
  return things.length === 0 ? null : things.join(' or ');
}

/** The glossary in use. Once DeepL has lost it nothing is sent until it is made again. */
class GlossaryInUse {
  #ready: ReadyGlossary | null = null;
  #lost: unknown = null;

  set(ready: ReadyGlossary | null): void {
    this.#ready = ready;
    this.#lost = null;
  }

  lose(reason: unknown): void {
    this.#ready = null;
    this.#lost = reason;
  }

  /** Id of the glossary for a request, or null when it has no entries for its direction. */
  idFor({ from }: EngineRequest): string | null {
    return this.#ready?.from.has(from) === true ? this.#ready.id : null;
  }

  /** Throws when texts would go out without the terms they are to have. */
  demand(): void {
    if (this.#lost !== null) throw this.#lost;
  }
}

/** A 404 as what it means for a request: something that it names is gone. */
function explained(error: unknown, gone: string | null): unknown {
  if (!(error instanceof DeeplError) || error.status !== 404 || gone === null) return error;
  const { status, detail } = error;
  const sentence = `DeepL no longer has ${gone}; run it again, and check the config if it stays so`;
  return new DeeplError('setup', sentence, { status, detail });
}

/** Opens DeepL. Nothing is sent before the first call. */
export function createDeepl(options: DeeplOptions): Engine {
  const { config, workspace = 'default' } = options;
  const connection: Connection = connect({
    authKey: options.authKey,
    serverUrl: options.serverUrl,
    proxy: options.proxy ?? null,
    version: options.version,
    reportingTag: config.reportingTag,
    timeoutMs: options.timeoutMs ?? config.timeout * 1000,
  });
  const inUse = new GlossaryInUse();

  return {
    id: 'deepl',
    limits: LIMITS,
    free: false,
    takesTerms: config.glossary ? 'glossary' : 'never',
    settings: (from) => settingsLine(otherLang(from), config),
    // Before `prepare` a glossary's id is not in it: some fifty bytes, which the limits leave room for.
    size: (request) => formSize(request, config, inUse.idFor(request)),
    async translate(request, signal) {
      inUse.demand();
      const glossary = inUse.idFor(request);
      const call = { endpoint: ENDPOINT, signal, billed: true };
      try {
        const results = await connection.call(call, (client) =>
          client.translateText(
            request.texts.map(({ text }) => text),
            request.from,
            targetOf(request.to, config),
            textOptions(request, config, glossary),
          ),
        );
        return pair(request, results);
      } catch (error) {
        const reason = explained(error, goneThing(glossary, config.style[request.to]));
        if (reason !== error && glossary !== null) inUse.lose(reason);
        throw reason;
      }
    },
    async prepare(glossary, signal) {
      if (!config.glossary) return;
      try {
        inUse.set(await prepareGlossary(connection, glossary, { workspace, signal }));
      } catch (error) {
        // The one in use so far may hold a part of the new content by now.
        inUse.lose(error);
        throw error;
      }
    },
    usage: (signal) => deeplUsage(connection, signal),
  };
}

const HOSTS = { free: 'https://api-free.deepl.com', pro: 'https://api.deepl.com' };

function checked(server: string): string {
  if (/^https?:$/.test(URL.parse(server)?.protocol ?? '')) return server;
  throw new UserError('DEEPL_SERVER_URL: expected an address like "https://api-free.deepl.com".');
}

/**
 * DeepL as environment and config describe it.
 * @throws UserError for an address that is none, of the server or of the proxy
 */
export const open: OpenEngine = (key, { env, config, version, workspace }) => {
  const named = env['DEEPL_SERVER_URL']?.trim() ?? '';
  const serverUrl = named === '' ? (config.deepl.server ?? null) : checked(named);
  const host = key.endsWith(':fx') ? HOSTS.free : HOSTS.pro;
  return createDeepl({
    authKey: key,
    serverUrl,
    config: config.deepl,
    version,
    proxy: proxyFor(serverUrl ?? host, env),
    ...(workspace === undefined ? {} : { workspace }),
  });
};
