import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { EngineRequest } from '../../src/core/ports.ts';
import { fromHtml, toHtml } from '../../src/engines/libretranslate/html.ts';
import { createLibretranslate } from '../../src/engines/libretranslate.ts';
import type { EngineFault } from '../contracts/engine.ts';
import { describeEngine } from '../contracts/engine.ts';
import type { FakeLibretranslate, LibretranslateFault } from '../fakes/libretranslate-server.ts';
import { startFakeLibretranslate } from '../fakes/libretranslate-server.ts';

const status = (code: number, more: object = {}): LibretranslateFault => ({
  type: 'status',
  status: code,
  ...more,
});

const LIMIT = 'Invalid request: request (60) exceeds text limit (32)';

const FAULTS: Readonly<Record<EngineFault, LibretranslateFault>> = {
  auth: status(403, { message: 'Invalid API key' }),
  quota: status(402),
  rate: status(429, { message: 'Slowdown: 20 per 1 minute', headers: { 'retry-after': '1' } }),
  unavailable: status(500),
  reset: { type: 'reset' },
  stall: { type: 'stall' },
  'too-large': status(400, { message: LIMIT }),
  rejected: status(400),
  short: { type: 'short' },
  long: { type: 'long' },
  empty: { type: 'empty' },
  'one-empty': { type: 'empty', only: 0 },
  garbled: { type: 'not-json' },
  'echo-secret': { type: 'echo-key' },
};

function engineFor(fake: FakeLibretranslate, deepl: object = {}) {
  const config = parseConfig({ libretranslate: { server: fake.url }, deepl }, 'config');
  return createLibretranslate({ key: fake.key, config, version: '1.2.3', timeoutMs: 600 });
}

async function under(key: string) {
  const fake = await startFakeLibretranslate({ key });
  return {
    engine: engineFor(fake),
    secret: key === '' ? 'no key' : key,
    fail: (fault: EngineFault | null) => fake.fail(fault === null ? null : FAULTS[fault]),
    arrived: () => fake.translations().length,
    lastBytes: () => fake.translations().at(-1)?.bytes ?? 0,
    nextArrival: () =>
      new Promise<void>((resolve) => {
        fake.onRequest = ({ path }) => {
          if (path === '/translate') resolve();
        };
      }),
    close: () => fake.close(),
  };
}

describeEngine('libretranslate with a key', () => under('a-secret-key'));

describeEngine('libretranslate on a machine of one’s own', () => under(''), {
  free: true,
  without: ['auth', 'quota', 'echo-secret'],
});

const REQUEST: EngineRequest = {
  texts: [{ id: 'a', text: 'The tide turned.' }],
  from: 'en',
  to: 'zh',
  tagged: false,
  context: 'A report.',
  terms: [{ source: 'tide', target: '潮水' }],
};

async function started(setting: Parameters<typeof startFakeLibretranslate>[0] = {}) {
  const fake = await startFakeLibretranslate(setting);
  onTestFinished(() => fake.close());
  return fake;
}

describe('what is sent', () => {
  it.each([
    [['en', 'zh-Hans', 'zh-Hant'], {}, 'zh-Hans'],
    [['en', 'zh', 'zt'], {}, 'zh'],
    [['en', 'zh', 'zh-Hans'], {}, 'zh-Hans'],
    [['en', 'zh', 'zt'], { chinese: 'zh-Hant' }, 'zt'],
    [['en', 'zh-Hans', 'zh-Hant'], { chinese: 'zh-Hant' }, 'zh-Hant'],
  ])('has the code that the server knows (%j, %o): %s', async (languages, deepl, code) => {
    const fake = await started({ languages });
    const engine = engineFor(fake, deepl);
    await engine.translate(REQUEST);
    await engine.translate({ ...REQUEST, from: 'zh', to: 'en' });
    expect(fake.translations().map(({ body }) => body)).toMatchObject([
      { source: 'en', target: code, format: 'text' },
      { source: code, target: 'en' },
    ]);
    expect(fake.requests.filter(({ path }) => path === '/languages')).toHaveLength(1);
  });

  it('is the texts and nothing that the service does not take', async () => {
    const fake = await started();
    await engineFor(fake).translate(REQUEST);
    expect(fake.translations()[0]?.body).toEqual({
      q: ['The tide turned.'],
      source: 'en',
      target: 'zh-Hans',
      format: 'text',
    });
  });

  it.each([[['en', 'fr']], [['zh-Hans', 'fr']], [['en', 'zh-Hant']]])(
    'is nothing when the server lacks a language (%j)',
    async (languages) => {
      const fake = await started({ languages });
      await expect(engineFor(fake).translate(REQUEST)).rejects.toMatchObject({
        failure: 'setup',
        perhapsBilled: false,
      });
      expect(fake.translations()).toEqual([]);
    },
  );

  it('is looked up again after the server could not be asked', async () => {
    const fake = await started();
    const engine = engineFor(fake);
    const port = Number(new URL(fake.url).port);
    await fake.close();
    await expect(engine.translate(REQUEST)).rejects.toMatchObject({ failure: 'network' });
    await started({ port });
    expect(await engine.translate(REQUEST)).toHaveLength(1);
  });
});

describe('tags on their way through HTML', () => {
  const TEXTS = [
    '<g id="1">Bold</g> and <x id="2"/>.',
    '<g id="1">a <g id="2">b</g></g><x id="3">https://a.example</x>',
    'A &lt;b id="7"&gt; &amp;amp; &lt; 5 &amp; 6',
    '',
  ];

  it.each(TEXTS)('come back as they went: %s', (text) => {
    expect(fromHtml(toHtml(text))).toBe(text);
  });

  it.each([
    ['<B id="1">x</B>', '<g id="1">x</g>'],
    ['<span translate="no" id="2"> </span>', '<x id="2"/>'],
    ['5 < 6 & 7&nbsp;% &copy;', '5 &lt; 6 &amp; 7\u00a0% &amp;copy;'],
    // Damage, for whoever compares the tags.
    ['<b>x</b>', '<b>x</g>'],
    ['<b id="1">x', '<g id="1">x'],
    ['<i>x</i>', '<i>x</i>'],
  ])('%s is read as %s', (html, xml) => {
    expect(fromHtml(html)).toBe(xml);
  });

  it('are neither translated nor lost where a server undoes the escapes', async () => {
    const fake = await started();
    fake.fail({ type: 'unescape' });
    const text = '<g id="1">Tide &amp; 5 &lt; 6</g> <x id="2">https://a.example</x><x id="3"/>';
    const [answer] = await engineFor(fake).translate({
      ...REQUEST,
      tagged: true,
      texts: [{ id: 'a', text }],
    });
    expect(answer?.text).toMatch(
      /^<g id="1">\p{Script=Han}+ &amp; 5 &lt; 6<\/g> <x id="2">https:\/\/a\.example<\/x><x id="3"\/>$/u,
    );
  });
});
