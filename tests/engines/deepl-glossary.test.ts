import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineRequest, Glossary } from '../../src/core/ports.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { deeplFor, TIDE, translations } from './deepl-engine.ts';

const HARBOUR: Glossary = {
  zhEn: [
    ['潮水', 'the tide'],
    ['海事处', 'Marine Office'],
  ],
  enZh: [
    ['tide', '潮水'],
    ['constructor', '建造者'],
    ['__proto__', '原型'],
  ],
  hash: 'aaaaaaaaaaaaaaaa',
};
const GROWN: Glossary = { zhEn: [['潮水', 'tidewater']], enZh: [], hash: 'bbbbbbbbbbbbbbbb' };
const EMPTY: Glossary = { zhEn: [], enZh: [], hash: '' };

const ENGLISH: EngineRequest = {
  ...TIDE,
  from: 'en',
  to: 'zh',
  texts: [{ id: 'a', text: 'A tide came.' }],
};

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());

/** What the account holds, as plain values. */
function held(): Record<string, Record<string, Record<string, string>>> {
  return Object.fromEntries(
    [...fake.glossaries.values()].map(({ name, dictionaries }) => [
      name,
      Object.fromEntries(
        [...dictionaries].map(([direction, entries]) => [direction, Object.fromEntries(entries)]),
      ),
    ]),
  );
}

function addForeign(name: string): void {
  const dictionaries = new Map([['zh>en', new Map([['云', 'cloud']])]]);
  fake.glossaries.set(name, { id: name, name, created: '2026-01-01T00:00:00Z', dictionaries });
}

const HELD_HARBOUR = {
  'zh>en': { 潮水: 'the tide', 海事处: 'Marine Office' },
  'en>zh': Object.fromEntries(HARBOUR.enZh),
};

const methods = () => fake.requests.map(({ method }) => method).join(' ');

describe('the term base at DeepL', () => {
  it('is uploaded in both directions and used', async () => {
    const engine = deeplFor(fake, { workspace: 'evening' });
    await engine.prepare?.(HARBOUR);
    expect(held()).toEqual({ 'duizhao evening aaaaaaaaaaaaaaaa': HELD_HARBOUR });
    const [english] = await engine.translate(TIDE);
    const [chinese] = await engine.translate(ENGLISH);
    expect(english?.text).toMatch(/the tide/i);
    expect(chinese?.text).toContain('潮水');
    expect(engine.size(TIDE)).toBe(translations(fake)[0]?.bytes);
  });

  it('is found again, read and not uploaded again', async () => {
    await deeplFor(fake).prepare?.(HARBOUR);
    fake.requests.length = 0;
    const engine = deeplFor(fake);
    await engine.prepare?.(HARBOUR);
    expect(methods()).toBe('GET GET GET');
    await engine.translate(TIDE);
    expect(translations(fake)[0]?.fields).toHaveProperty('glossary_id');
  });

  it('is replaced when it changes: removed terms and directions are gone', async () => {
    const engine = deeplFor(fake, { workspace: 'evening' });
    await engine.prepare?.(HARBOUR);
    await engine.prepare?.(GROWN);
    expect(held()).toEqual({
      'duizhao evening bbbbbbbbbbbbbbbb': { 'zh>en': { 潮水: 'tidewater' } },
    });
    await engine.prepare?.(HARBOUR);
    expect(held()).toEqual({ 'duizhao evening aaaaaaaaaaaaaaaa': HELD_HARBOUR });
  });

  it('is not asked for in a direction that has no terms', async () => {
    const engine = deeplFor(fake);
    await engine.prepare?.(GROWN);
    await engine.translate(ENGLISH);
    await engine.translate(TIDE);
    expect(translations(fake).map(({ fields }) => 'glossary_id' in fields)).toEqual([false, true]);
  });

  it('needs no glossary when it is empty, and no longer uses the old one', async () => {
    const engine = deeplFor(fake);
    await engine.prepare?.(EMPTY);
    expect(fake.requests).toEqual([]);
    await engine.prepare?.(HARBOUR);
    await engine.prepare?.(EMPTY);
    await engine.translate(TIDE);
    expect(translations(fake)[0]?.fields).not.toHaveProperty('glossary_id');
  });

  it('stays at home when the config says so', async () => {
    const engine = deeplFor(fake, { config: { glossary: false } });
    await engine.prepare?.(HARBOUR);
    await engine.translate(TIDE);
    expect(fake.requests).toHaveLength(1);
    expect(fake.requests[0]?.fields).not.toHaveProperty('glossary_id');
  });

  it('leaves the glossaries of others alone', async () => {
    const foreign = [
      'press office',
      'duizhao morning aaaaaaaaaaaaaaaa',
      'duizhao evening',
      'duizhao evening extra aaaaaaaaaaaaaaaa',
      'duizhao evening AAAAAAAAAAAAAAAA',
    ];
    foreign.forEach(addForeign);
    const before = held();
    await deeplFor(fake, { workspace: 'evening' }).prepare?.(HARBOUR);
    expect(held()).toEqual({ ...before, 'duizhao evening aaaaaaaaaaaaaaaa': HELD_HARBOUR });
  });

  it('can be named after any folder', async () => {
    const engine = deeplFor(fake, { workspace: '晚报\n夜班 🌙'.repeat(30) });
    await engine.prepare?.(HARBOUR);
    fake.requests.length = 0;
    await engine.prepare?.(HARBOUR);
    expect(methods()).toBe('GET GET GET');
    expect(Object.keys(held())[0]).toMatch(/^duizhao [\p{L}-]+ a{16}$/u);
  });

  it('is mended when somebody has changed it at DeepL', async () => {
    const engine = deeplFor(fake);
    await engine.prepare?.(HARBOUR);
    const [glossary] = fake.glossaries.values();
    glossary?.dictionaries.get('zh>en')?.set('潮水', 'flood');
    await engine.prepare?.(HARBOUR);
    expect(Object.values(held())).toEqual([HELD_HARBOUR]);
  });

  it('is finished by the next run when one was killed on the way', async () => {
    const engine = deeplFor(fake);
    await engine.prepare?.(GROWN);
    fake.fail({ type: 'status', status: 503 }, 1, '/v3/glossaries/00000000-0000-4000-8000-');
    fake.onRequest = ({ method }) => {
      if (method === 'PUT') fake.fail({ type: 'die-after-billing' }, 1, '/v3/glossaries');
    };
    await expect(engine.prepare?.(HARBOUR)).rejects.toMatchObject({ failure: 'network' });
    fake.fail(null);
    fake.onRequest = () => {};
    await deeplFor(fake).prepare?.(HARBOUR);
    expect(Object.values(held())).toEqual([HELD_HARBOUR]);
  });
});

describe('a term base that DeepL does not take', () => {
  it('has no room: says what is in the way and how to go on without', async () => {
    fake.glossaryLimit = 1;
    addForeign('press office');
    await expect(deeplFor(fake).prepare?.(HARBOUR)).rejects.toMatchObject({
      failure: 'setup',
      message: expect.stringMatching(/no room.*"press office".*false/),
    });
    expect(Object.keys(held())).toEqual(['press office']);
  });

  it('is replaced within the one glossary of a free account', async () => {
    fake.glossaryLimit = 1;
    await deeplFor(fake).prepare?.(HARBOUR);
    await deeplFor(fake).prepare?.(GROWN);
    expect(Object.keys(held())).toEqual(['duizhao default bbbbbbbbbbbbbbbb']);
  });

  it('is not kept as it was uploaded: nothing is translated with it', async () => {
    fake.glossaryLoses = 1;
    const engine = deeplFor(fake);
    await expect(engine.prepare?.(HARBOUR)).rejects.toMatchObject({
      failure: 'setup',
      message: expect.stringContaining('海事处 = Marine Office'),
    });
    await expect(engine.translate(TIDE)).rejects.toMatchObject({ failure: 'setup' });
    expect(translations(fake)).toEqual([]);
    fake.glossaryLoses = 0;
    await deeplFor(fake).prepare?.(HARBOUR);
    expect(held()).toEqual({ 'duizhao default aaaaaaaaaaaaaaaa': HELD_HARBOUR });
  });

  it('is refused since the key may not use glossaries: names the endpoint and the way without', async () => {
    fake.denied.add('/v3/glossaries');
    await expect(deeplFor(fake).prepare?.(HARBOUR)).rejects.toMatchObject({
      failure: 'auth',
      message: expect.stringMatching(/\/v3\/glossaries.*"glossary".*false/),
    });
  });

  it('is refused since the key is bad', async () => {
    const engine = deeplFor(fake, { authKey: 'wrong' });
    await expect(engine.prepare?.(HARBOUR)).rejects.toThrow('DEEPL_AUTH_KEY');
  });

  it('is not uploaded once the run has been stopped', async () => {
    const controller = new AbortController();
    fake.onRequest = () => controller.abort();
    await expect(deeplFor(fake).prepare?.(HARBOUR, controller.signal)).rejects.toMatchObject({
      failure: 'network',
    });
    expect(methods()).toBe('GET');
  });

  it('is gone in the middle of a run: nothing goes out until it is made again', async () => {
    const engine = deeplFor(fake);
    await engine.prepare?.(HARBOUR);
    fake.glossaries.clear();
    const gone = { failure: 'setup', message: expect.stringMatching(/glossary.*run it again/) };
    await expect(engine.translate(TIDE)).rejects.toMatchObject(gone);
    await expect(engine.translate(TIDE)).rejects.toMatchObject(gone);
    expect(translations(fake)).toHaveLength(1);
    await engine.prepare?.(HARBOUR);
    const [answer] = await engine.translate(TIDE);
    expect(answer?.text).toMatch(/the tide/i);
  });
});
