import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_SHAPE, mintKey } from '../../src/core/keys.ts';
import { longestRising, lowerBound } from '../../src/core/reconcile/rising.ts';
import { reconcile, type KnownKey, type Subject } from '../../src/core/reconcile/reconcile.ts';
import type { Lang, Segment } from '../../src/core/model.ts';

function subject(text: string, lang: Lang = 'en', field?: string): Subject {
  const segment: Segment = {
    text,
    lang,
    span: { from: 0, to: 0 },
    block: 0,
    tags: [],
    untranslatable: false,
  };
  return { segment, field };
}

function known(key: string, text: string, lang: Lang = 'en'): KnownKey {
  return { key, lang, texts: [text] };
}

const OLD = [
  'The ferry left the harbor at dawn.',
  'It carried 140 passengers and a dog.',
  'The captain had sailed for 30 years.',
  'Nobody expected the fog to come so early.',
  'By noon they could see the lighthouse.',
];
const KNOWN = OLD.map((text, index) => known(`k${index}`, text));

function run(texts: readonly string[]): string[] {
  return reconcile(
    texts.map((text) => subject(text)),
    KNOWN,
  ).links.map(({ key, link }) => `${key.startsWith('k') ? key : 'new'} ${link}`);
}

describe('reconcile', () => {
  it('keeps the keys of an article that is as it was', () => {
    expect(run(OLD)).toEqual(['k0 kept', 'k1 kept', 'k2 kept', 'k3 kept', 'k4 kept']);
  });

  it('gives a new sentence a key of its own and moves no other', () => {
    const texts = [...OLD.slice(0, 2), 'Rain was on the way, said the radio.', ...OLD.slice(2)];
    expect(run(texts)).toEqual([
      'k0 kept',
      'k1 kept',
      'new fresh',
      'k2 kept',
      'k3 kept',
      'k4 kept',
    ]);
  });

  it('calls an edited sentence stale, however small the edit', () => {
    const texts = OLD.with(1, 'It carried 410 passengers and a dog.');
    expect(run(texts)[1]).toBe('k1 stale');
  });

  it('follows a sentence that moved', () => {
    const [a = '', b = '', c = '', d = '', e = ''] = OLD;
    expect(run([e, a, b, c, d])).toEqual(['k4 moved', 'k0 kept', 'k1 kept', 'k2 kept', 'k3 kept']);
  });

  it('follows a sentence that moved and was edited', () => {
    const [a = '', b = '', c = '', d = ''] = OLD;
    expect(run(['By noon they could all see the lighthouse.', a, b, c, d])[0]).toBe('k4 stale');
  });

  it('says which known keys have no sentence any more', () => {
    const { orphaned } = reconcile(
      OLD.slice(1).map((text) => subject(text)),
      KNOWN,
    );
    expect(orphaned).toEqual(['k0']);
  });

  it('never links across languages', () => {
    const { links } = reconcile(
      [subject('Apple Inc. 2026', 'zh')],
      [known('k0', 'Apple Inc. 2026', 'en')],
    );
    expect(links[0]?.link).toBe('fresh');
  });

  it('finds a field by its name, whatever it says', () => {
    const { links } = reconcile([subject('新标题', 'zh', 'title')], [known('title', '旧的', 'zh')]);
    expect(links).toEqual([{ key: 'title', link: 'stale' }]);
  });

  it('gives the same sentence twice two keys, in order', () => {
    const first = reconcile([subject('Yes.'), subject('Yes.')], []).links.map((link) => link.key);
    expect(new Set(first).size).toBe(2);
    const again = reconcile(
      [subject('No.'), subject('Yes.'), subject('Yes.')],
      first.map((key) => known(key, 'Yes.')),
    );
    expect(again.links.slice(1).map((link) => link.key)).toEqual(first);
  });

  it('takes a text that a key had once', () => {
    const entry: KnownKey = {
      key: 'k0',
      lang: 'en',
      texts: ['Newer text here.', 'Older text here.'],
    };
    expect(reconcile([subject('Older text here.')], [entry]).links[0]?.key).toBe('k0');
  });

  it('never gives one key to two sentences and never drops a known key', () => {
    const sentences = fc.array(fc.constantFrom(...OLD, 'Yes.', 'Rain came.', 'Rain came down.'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const start = reconcile(
          before.map((text) => subject(text)),
          [],
        ).links;
        const knownKeys = start.map(({ key }, index) => known(key, before[index] ?? ''));
        const { links, orphaned } = reconcile(
          after.map((text) => subject(text)),
          knownKeys,
        );
        const keys = links.map((link) => link.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect([...keys, ...orphaned]).toEqual(
          expect.arrayContaining(start.map((link) => link.key)),
        );
      }),
    );
  });
});

describe('keys', () => {
  it('are the same for the same sentence everywhere, and well formed', () => {
    expect(mintKey('Hello  there.', new Set())).toBe(mintKey('Hello there.', new Set()));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const key = mintKey(text, new Set());
        expect(key).toMatch(KEY_SHAPE);
        expect(key).toMatch(/^s\d[0-9a-z]{7}$/);
        expect(mintKey(text, new Set([key]))).not.toBe(key);
      }),
    );
  });
});

describe('rising sequences', () => {
  it.each([
    [[], []],
    [
      [3, 1, 2],
      [1, 2],
    ],
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [[2, 1, 0], [2]],
  ])('%j', (values, chain) => {
    expect(longestRising(values)).toEqual(chain);
  });

  it('lowerBound finds the place of any value', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (values, value) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(lowerBound(sorted, value)).toBe(sorted.filter((other) => other < value).length);
      }),
    );
  });
});
