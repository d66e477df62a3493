/** DeepL's engine for tests: an address of the fake, and no patience. */
import type { Config } from '../../src/config.ts';
import { DEFAULT_CONFIG } from '../../src/config.ts';
import type { Engine, EngineRequest } from '../../src/core/ports.ts';
import type { DeeplOptions } from '../../src/engines/deepl.ts';
import { createDeepl } from '../../src/engines/deepl.ts';
import type { FakeDeepl, RecordedRequest } from '../fakes/deepl-server.ts';

export const TIDE: EngineRequest = {
  texts: [{ id: 'a', text: '潮水退了。' }],
  from: 'zh',
  to: 'en',
  tagged: false,
  context: '海边。',
  terms: [],
};

interface Changes extends Partial<Omit<DeeplOptions, 'config'>> {
  readonly config?: Partial<Config['deepl']>;
}

export function deeplFor(fake: FakeDeepl, { config, ...changes }: Changes = {}): Engine {
  return createDeepl({
    authKey: fake.key,
    serverUrl: fake.url,
    config: { ...DEFAULT_CONFIG.deepl, ...config },
    version: '1.2.3',
    timeoutMs: 300,
    ...changes,
  });
}

/** Requests for a translation, among all that a fake has had. */
export function translations(fake: FakeDeepl): readonly RecordedRequest[] {
  return fake.requests.filter(({ path }) => path === '/v2/translate');
}
