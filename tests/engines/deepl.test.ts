import * as client from 'deepl-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, parseConfig } from '../../src/config.ts';
import type { EngineRequest } from '../../src/core/ports.ts';
import { createDeepl, deeplFailure, deeplTarget } from '../../src/engines/deepl.ts';
import { openEngine } from '../../src/engines/index.ts';
import type { EngineFault } from '../contracts/engine.ts';
import { describeEngine } from '../contracts/engine.ts';
import type { FakeDeepl, Fault } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';

const FAULTS: Readonly<Record<EngineFault, Fault>> = {
  auth: { type: 'status', status: 403 },
  quota: { type: 'status', status: 456 },
  rate: { type: 'status', status: 429, retryAfter: 1 },
  unavailable: { type: 'status', status: 503 },
  reset: { type: 'reset' },
  stall: { type: 'stall' },
  'too-large': { type: 'status', status: 413 },
  rejected: { type: 'status', status: 400 },
  short: { type: 'short' },
  long: { type: 'long' },
  empty: { type: 'empty' },
  'one-empty': { type: 'empty', only: 0 },
  garbled: { type: 'not-json' },
  'echo-secret': { type: 'echo-key' },
};

function engineFor(fake: FakeDeepl, authKey = fake.key) {
  return createDeepl({
    authKey,
    serverUrl: fake.url,
    config: DEFAULT_CONFIG.deepl,
    version: '1.2.3',
    attempts: 1,
    timeoutMs: 300,
  });
}

describeEngine('deepl', async () => {
  const fake = await startFakeDeepl({ key: 'a-secret-key:fx' });
  return {
    engine: engineFor(fake),
    secret: fake.key,
    fail: (fault) => fake.fail(fault === null ? null : FAULTS[fault]),
    arrived: () => fake.requests.length,
    lastBytes: () => fake.requests.at(-1)?.bytes ?? 0,
    nextArrival: () =>
      new Promise((resolve) => {
        fake.onRequest = () => resolve();
      }),
    close: () => fake.close(),
  };
});

describe('deeplTarget', () => {
  it.each([
    ['zh', 'zh-HANS'],
    ['zh-CN', 'zh-HANS'],
    ['zh-SG', 'zh-HANS'],
    ['zh-Hans', 'zh-HANS'],
    ['zh-Hans-CN', 'zh-HANS'],
    ['zh-TW', 'zh-HANT'],
    ['zh-HK', 'zh-HANT'],
    ['zh-MO', 'zh-HANT'],
    ['zh-Hant', 'zh-HANT'],
    ['zh-hant-tw', 'zh-HANT'],
    ['en', 'en-US'],
    ['en-US', 'en-US'],
    ['en-GB', 'en-GB'],
  ])('%s → %s', (tag, target) => {
    expect(deeplTarget(tag)).toBe(target);
  });

  it.each(['fr', 'zho', ''])('refuses "%s"', (tag) => {
    expect(() => deeplTarget(tag)).toThrow('target language');
  });
});

describe('deeplFailure', () => {
  it.each([
    [new client.QuotaExceededError('x'), 'quota'],
    [new client.AuthorizationError('x'), 'auth'],
    [new client.TooManyRequestsError('x'), 'rate'],
    [new client.ConnectionError('x'), 'network'],
    [new client.DeepLError('Bad request, message: Tag handling parsing failed'), 'rejected'],
    [new client.DeepLError('Not found, message: none'), 'network'],
    [new client.DeepLError('Service unavailable'), 'network'],
    [
      new client.DeepLError('Unexpected status code: 413 Payload Too Large, content: '),
      'too-large',
    ],
    [new client.DeepLError('Unexpected status code: 414 URI Too Long, content: '), 'too-large'],
    [new client.DeepLError('Unexpected status code: 401 Unauthorized, content: '), 'auth'],
    [new client.DeepLError('Unexpected status code: 415 Unsupported, content: 503'), 'rejected'],
    [new client.DeepLError('Unexpected status code: 500 Internal, content: 413'), 'network'],
    [new client.DeepLError('Unexpected status code: 504 Timeout, content: '), 'network'],
    [new client.DeepLError('Unexpected status code: 529 Unknown, content: '), 'network'],
    [new client.DeepLError('Error parsing response JSON: SyntaxError'), 'answer'],
    [new client.DeepLError('texts parameter must be a non-empty string'), 'rejected'],
  ])('%s → %s', (error, failure) => {
    expect(deeplFailure(error)).toBe(failure);
  });
});

describe('requests to DeepL', () => {
  let fake: FakeDeepl;
  beforeEach(async () => {
    fake = await startFakeDeepl();
  });
  afterEach(() => fake.close());

  const zh: EngineRequest = {
    texts: [{ id: 'a', text: '潮水退了。' }],
    from: 'zh',
    to: 'en',
    tagged: false,
    context: '海边。',
  };

  it('carry languages, context and model, and no tag handling for plain text', async () => {
    await engineFor(fake).translate(zh);
    expect(fake.requests[0]?.fields).toEqual({
      source_lang: 'zh',
      target_lang: 'en-US',
      context: '海边。',
      model_type: 'prefer_quality_optimized',
      split_sentences: '0',
      show_billed_characters: '1',
    });
  });

  it('name the version of tag handling', async () => {
    await engineFor(fake).translate({ ...zh, tagged: true, context: '' });
    expect(fake.requests[0]?.fields).toMatchObject({
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      ignore_tags: 'x',
    });
    expect(fake.requests[0]?.fields).not.toHaveProperty('context');
  });

  it('say who asks and nothing of the platform', async () => {
    await engineFor(fake).translate(zh);
    expect(fake.requests[0]?.headers['user-agent']).toMatch(
      /^deepl-node\/[\d.]+ duizhao\/1\.2\.3$/,
    );
  });

  it('fit the limits: 50 texts of 60 Han are few bytes, 50 of 300 are too many', () => {
    const engine = engineFor(fake);
    const of = (length: number): EngineRequest => ({
      ...zh,
      texts: Array.from({ length: 50 }, (_, id) => ({ id: `${id}`, text: '汉'.repeat(length) })),
    });
    expect(engine.size(of(60))).toBeLessThan(engine.limits.bytes);
    expect(engine.size(of(300))).toBeGreaterThan(engine.limits.bytes);
  });

  it('say that nobody is there', async () => {
    await fake.close();
    await expect(engineFor(fake).translate(zh)).rejects.toMatchObject({ failure: 'network' });
    fake = await startFakeDeepl();
  });

  it('count as charged what they hold when the answer does not say', async () => {
    fake.fail({ type: 'silent' });
    const [answer] = await engineFor(fake).translate(zh);
    expect(answer).toMatchObject({ billed: 5 });
    expect(answer).not.toHaveProperty('model');
  });

  it('are refused with a wrong key, which is not shown', async () => {
    const engine = engineFor(fake, 'wrong-key');
    await expect(engine.translate(zh)).rejects.toThrow(/DEEPL_AUTH_KEY/);
    await expect(engine.translate(zh)).rejects.not.toThrow(/wrong-key/);
  });
});

describe('openEngine', () => {
  it('opens deepl with the key and the address of the environment', async () => {
    const fake = await startFakeDeepl();
    const env = { DEEPL_AUTH_KEY: ` ${fake.key}\n`, DEEPL_SERVER_URL: fake.url };
    const engine = await openEngine(DEFAULT_CONFIG, env);
    if (!('translate' in engine)) throw new Error(engine.missing);
    await engine.translate({
      texts: [{ id: 'a', text: 'Tide' }],
      from: 'en',
      to: 'zh',
      tagged: false,
      context: '',
    });
    expect(fake.requests).toHaveLength(1);
    await fake.close();
  });

  it.each([{}, { DEEPL_AUTH_KEY: '' }, { DEEPL_AUTH_KEY: '  ' }])(
    'says in one sentence what is missing (%o)',
    async (env) => {
      expect(await openEngine(DEFAULT_CONFIG, env)).toEqual({
        missing: expect.stringMatching(/^[^.]*DEEPL_AUTH_KEY.*\.$/),
      });
    },
  );

  it('says that the config asks for no engine', async () => {
    const config = parseConfig({ engine: 'none' }, 'duizhao.config.json');
    const env = { DEEPL_AUTH_KEY: 'k' };
    expect(await openEngine(config, env)).toHaveProperty('missing');
  });

  it.each(['not an address', 'ftp://example.org', 'localhost:80'])(
    'refuses "%s" as an address',
    async (url) => {
      const env = { DEEPL_AUTH_KEY: 'k', DEEPL_SERVER_URL: url };
      await expect(openEngine(DEFAULT_CONFIG, env)).rejects.toThrow('DEEPL_SERVER_URL');
    },
  );
});
