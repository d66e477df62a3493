import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, parseConfig } from '../../src/config.ts';
import type { EngineRequest } from '../../src/core/ports.ts';
import { deeplTarget } from '../../src/engines/deepl/target.ts';
import { open } from '../../src/engines/deepl.ts';
import type { EngineFault } from '../contracts/engine.ts';
import { describeEngine } from '../contracts/engine.ts';
import type { FakeDeepl, Fault } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { deeplFor, TIDE, translations } from './deepl-engine.ts';

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

describeEngine('deepl', async () => {
  const fake = await startFakeDeepl({ key: 'a-secret-key:fx' });
  return {
    engine: deeplFor(fake),
    secret: fake.key,
    fail: (fault) => fake.fail(fault === null ? null : FAULTS[fault]),
    arrived: () => translations(fake).length,
    lastBytes: () => translations(fake).at(-1)?.bytes ?? 0,
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

describe('requests to DeepL', () => {
  let fake: FakeDeepl;
  beforeEach(async () => {
    fake = await startFakeDeepl();
  });
  afterEach(() => fake.close());

  it('carry languages, context and model, and no tag handling for plain text', async () => {
    await deeplFor(fake).translate(TIDE);
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
    await deeplFor(fake).translate({ ...TIDE, tagged: true, context: '' });
    expect(fake.requests[0]?.fields).toMatchObject({
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      ignore_tags: 'x',
    });
    expect(fake.requests[0]?.fields).not.toHaveProperty('context');
  });

  it('say who asks and nothing of the platform', async () => {
    await deeplFor(fake).translate(TIDE);
    expect(fake.requests[0]?.headers['user-agent']).toMatch(
      /^deepl-node\/[\d.]+ duizhao\/1\.2\.3$/,
    );
    expect(fake.requests[0]?.headers).not.toHaveProperty('x-deepl-reporting-tag');
  });

  it('carry the reporting tag', async () => {
    const engine = deeplFor(fake, { config: { reportingTag: 'night-desk' } });
    await engine.translate(TIDE);
    await engine.usage?.();
    expect(fake.requests.map(({ headers }) => headers['x-deepl-reporting-tag'])).toEqual([
      'night-desk',
      'night-desk',
    ]);
  });

  it('carry style and instructions of the target language, and are as large as said', async () => {
    fake.styles.set('house-style', 'en');
    const config = {
      style: { en: 'house-style', zh: 'other' },
      instructions: { en: ['Write numbers up to ten as words.', 'Use “—” sparingly.'], zh: [] },
    };
    const engine = deeplFor(fake, { config });
    await engine.translate(TIDE);
    const [request] = fake.requests;
    expect(request?.fields['style_id']).toBe('house-style');
    expect(request?.instructions).toEqual(config.instructions.en);
    expect(engine.size(TIDE)).toBe(request?.bytes);
  });

  it('say which style is gone', async () => {
    const engine = deeplFor(fake, { config: { style: { en: 'deleted' } } });
    await expect(engine.translate(TIDE)).rejects.toMatchObject({
      failure: 'setup',
      message: expect.stringContaining('deepl.style'),
    });
  });

  it('fit the limits: 50 texts of 60 Han are few bytes, 50 of 300 are too many', () => {
    const engine = deeplFor(fake);
    const of = (length: number): EngineRequest => ({
      ...TIDE,
      texts: Array.from({ length: 50 }, (_, id) => ({ id: `${id}`, text: '汉'.repeat(length) })),
    });
    expect(engine.size(of(60))).toBeLessThan(engine.limits.bytes);
    expect(engine.size(of(300))).toBeGreaterThan(engine.limits.bytes);
  });

  it('count as charged what they hold when the answer does not say', async () => {
    fake.fail({ type: 'silent' });
    const tagged = { ...TIDE, tagged: true, texts: [{ id: 'a', text: '<g id="1">潮水</g>&amp;' }] };
    const [plain] = await deeplFor(fake).translate(TIDE);
    const [marked] = await deeplFor(fake).translate(tagged);
    expect([plain?.billed, marked?.billed]).toEqual([5, 3]);
    expect(plain).not.toHaveProperty('model');
  });

  it('follow no redirect, which would carry text and key elsewhere', async () => {
    const elsewhere = await startFakeDeepl();
    const { createServer } = await import('node:http');
    const port = Number(new URL(fake.url).port);
    await fake.close();
    const redirecting = createServer((request, response) => {
      request.resume();
      response.writeHead(307, { location: `${elsewhere.url}/v2/translate` }).end();
    });
    await new Promise<void>((resolve) => {
      redirecting.listen(port, '127.0.0.1', resolve);
    });
    await expect(deeplFor(fake).translate(TIDE)).rejects.toMatchObject({ failure: 'setup' });
    expect(elsewhere.requests).toEqual([]);
    redirecting.close();
    await elsewhere.close();
  });
});

describe('an answer in which two texts are one', () => {
  const LONG_ZH = [
    '渡轮公司宣布下月起恢复夜间航班，每晚两班往返。',
    '市政府同日公布了海堤加固工程的预算与工期安排。',
  ];
  let fake: FakeDeepl;
  beforeEach(async () => {
    fake = await startFakeDeepl();
    fake.fail({ type: 'duplicate' });
  });
  afterEach(() => fake.close());

  const ask = (texts: readonly string[]) =>
    deeplFor(fake).translate({
      ...TIDE,
      texts: texts.map((text, index) => ({ id: `${index}`, text })),
    });

  it('is used for nothing when the sources have little in common', async () => {
    await expect(ask(LONG_ZH)).rejects.toMatchObject({ failure: 'answer', perhapsBilled: true });
  });

  it.each([
    ['short', ['是的。', '对。']],
    ['alike', [LONG_ZH[0] ?? '', `${LONG_ZH[0]?.slice(0, -1)}！`]],
    ['the same', [LONG_ZH[0] ?? '', LONG_ZH[0] ?? '']],
  ])('is used when they are %s: they may well have one translation', async (_, texts) => {
    expect(await ask(texts)).toHaveLength(2);
  });
});

describe('settings of DeepL', () => {
  const settings = (deepl: object) =>
    open('secret', { env: {}, config: parseConfig({ deepl }, 'c'), version: '1' }).settings('zh');

  it('name what shapes an answer', () => {
    expect(settings({})).toBe('target=en-US model=prefer_quality_optimized tags=v2');
  });

  it.each([
    [{ english: 'en-GB' }],
    [{ model: 'latency_optimized' }],
    [{ style: { en: 'a b' } }],
    [{ instructions: { en: ['One.'] } }],
    [{ instructions: { en: ['One.', 'Two.'] } }],
    [{ glossary: false }],
  ])('differ by %o, in one line', (deepl) => {
    expect(settings(deepl)).not.toBe(settings({}));
    expect(settings(deepl)).toMatch(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/);
  });

  it.each([
    [{ chinese: 'zh-Hant' }],
    [{ style: { zh: 's' } }],
    [{ timeout: 9 }],
    [{ reportingTag: 'd' }],
  ])('do not differ by %o', (deepl) => {
    expect(settings(deepl)).toBe(settings({}));
  });
});

describe('the address of DeepL', () => {
  it.each(['not an address', 'ftp://example.org', 'localhost:80'])('is not "%s"', (url) => {
    const env = { DEEPL_SERVER_URL: url };
    expect(() => open('k', { env, config: DEFAULT_CONFIG, version: '1' })).toThrow(
      'DEEPL_SERVER_URL',
    );
  });

  it('is the environment’s before the config’s', async () => {
    const [named, other] = [await startFakeDeepl(), await startFakeDeepl()];
    const config = parseConfig({ deepl: { server: other.url } }, 'c');
    const inConfig = open(other.key, { env: {}, config, version: '1' });
    await inConfig.translate(TIDE);
    const env = { DEEPL_SERVER_URL: ` ${named.url} ` };
    await open(named.key, { env, config, version: '1' }).translate(TIDE);
    expect([named.requests.length, other.requests.length]).toEqual([1, 1]);
    await named.close();
    await other.close();
  });
});
