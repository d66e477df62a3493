/** Statuses and operations: what a reviewer does, and what the files say after it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import { mergeOperations, splitOperations, uncutOperations } from '../../src/core/cutting.ts';
import { buildState } from '../../src/core/load.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import type { Unit } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { syncOperations } from '../../src/core/sync.ts';

const ARTICLE =
  '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn. It carried 140 people.\n\nNobody saw the fog.\n';

function load(article: string, from?: ArticleState, signOffs = 1): ArticleState {
  const files = {
    slug: 'x',
    article,
    zh: from === undefined ? null : serializeLocale(from.locales.zh),
    en: from === undefined ? null : serializeLocale(from.locales.en),
    review: from === undefined ? null : serializeReview(from.records.values(), from.brokenLines),
  };
  return buildState(files, { signOffs });
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
}

function unit(state: ArticleState, index: number): Unit {
  const found = state.units[index];
  if (found === undefined) throw new Error(`no unit ${index}`);
  return found;
}

interface Signing {
  readonly second?: number;
  readonly by?: string;
  readonly seen?: string | null;
}

function sign(
  state: ArticleState,
  index: number,
  target: string,
  options: Signing = {},
): Operation {
  const { key, segment } = unit(state, index);
  const other =
    segment.lang === 'zh' ? { zh: segment.text, en: target } : { zh: target, en: segment.text };
  const seen = options.seen === undefined ? {} : { seen: options.seen };
  return {
    type: 'sign-off',
    key,
    source: segment.lang,
    ...other,
    at: at(options.second ?? 1),
    by: options.by ?? '林',
    ...seen,
  };
}

function draft(state: ArticleState, index: number, text: string, second = 1): Operation {
  const { key, segment } = unit(state, index);
  const stamp = { at: at(second), by: '林' };
  return {
    type: 'draft',
    key,
    ...stamp,
    draft: { origin: 'person', source: segment.text, text, ...stamp },
  };
}

function statuses(state: ArticleState): string[] {
  return state.units.map((entry) => entry.status);
}

describe('statuses', () => {
  const empty = load(ARTICLE);

  it('start untranslated', () => {
    expect(statuses(empty)).toEqual([
      'untranslated',
      'untranslated',
      'untranslated',
      'untranslated',
    ]);
  });

  it('go to draft, to reviewed, and survive the files', () => {
    const drafted = applyOperations(empty, [draft(empty, 1, '渡轮')], 1);
    expect(unit(drafted, 1)).toMatchObject({ status: 'draft', draft: { text: '渡轮' } });
    const signed = applyOperations(drafted, [sign(drafted, 1, '渡轮清晨离港。', { second: 2 })], 1);
    expect(unit(signed, 1)).toMatchObject({ status: 'reviewed', pair: { zh: '渡轮清晨离港。' } });
    expect(unit(signed, 1).draft).toBeUndefined();
    expect(statuses(load(ARTICLE, signed))).toEqual(statuses(signed));
  });

  it('are stale when the source changes; the old pair stays and shows what it was', () => {
    const signed = applyOperations(empty, [sign(empty, 2, '载有140人。')], 1);
    const edited = load(ARTICLE.replace('140', '410'), signed);
    expect(unit(edited, 2)).toMatchObject({
      key: unit(empty, 2).key,
      status: 'stale',
      pair: { zh: '载有140人。' },
      previousSource: 'It carried 140 people.',
    });
    expect(edited.locales.zh.get(unit(edited, 2).key)).toBe('载有140人。');
  });

  it('are changed when somebody edits a locale file by hand', () => {
    const signed = applyOperations(empty, [sign(empty, 2, '载有140人。')], 1);
    const zh = serializeLocale(signed.locales.zh).replace('140人', '410人');
    const hand = buildState({
      slug: 'x',
      article: ARTICLE,
      zh,
      en: serializeLocale(signed.locales.en),
      review: serializeReview(signed.records.values(), []),
    });
    expect(unit(hand, 2).status).toBe('changed');
  });

  it('want two people where the config wants two', () => {
    const one = applyOperations(empty, [sign(empty, 1, '甲。')], 2);
    expect(unit(one, 1).status).toBe('draft');
    expect(one.locales.zh.size).toBe(0);
    const same = applyOperations(one, [sign(one, 1, '甲。', { second: 2 })], 2);
    expect(unit(same, 1).status).toBe('draft');
    const two = applyOperations(one, [sign(one, 1, '甲。', { second: 3, by: '王' })], 2);
    expect(unit(two, 1).status).toBe('reviewed');
    expect(statuses(load(ARTICLE, two, 2))[1]).toBe('reviewed');
  });

  it('keep a person’s draft when its source changes', () => {
    const drafted = applyOperations(empty, [draft(empty, 2, '载有140人')], 1);
    const edited = load(ARTICLE.replace('140', '410'), drafted);
    expect(unit(edited, 2)).toMatchObject({
      status: 'draft',
      draft: { text: '载有140人' },
      previousSource: 'It carried 140 people.',
    });
  });
});

describe('operations', () => {
  const empty = load(ARTICLE);
  const all = applyOperations(
    empty,
    [0, 1, 2, 3].map((index) => sign(empty, index, `译${index}`)),
    1,
  );

  it('write both files with the same keys in reading order', () => {
    const backwards = [3, 1, 0, 2].reduce(
      (state, index, nth) =>
        applyOperations(state, [sign(state, index, `译${index}`, { second: nth })], 1),
      empty,
    );
    const order = empty.units.map((entry) => entry.key);
    expect([...backwards.locales.zh.keys()]).toEqual(order);
    expect([...backwards.locales.en.keys()]).toEqual(order);
    expect([...backwards.records.keys()]).toEqual(order);
  });

  it('take an approval back and keep its text as a draft', () => {
    const { key } = unit(all, 1);
    const revoked = applyOperations(all, [{ type: 'revoke', key, at: at(5), by: '林' }], 1);
    expect(unit(revoked, 1)).toMatchObject({ status: 'draft', draft: { text: '译1' } });
    expect(revoked.locales.zh.has(key)).toBe(false);
    const again = applyOperations(revoked, [sign(revoked, 1, '译1', { second: 6 })], 1);
    expect(unit(again, 1).status).toBe('reviewed');
  });

  it('leave a segment out with a reason, and take it in again', () => {
    const { key, segment } = unit(all, 1);
    const omitted = applyOperations(
      all,
      [{ type: 'omit', key, reason: '重复', source: segment.text, at: at(5), by: '林' }],
      1,
    );
    expect(unit(omitted, 1).status).toBe('omitted');
    expect(omitted.locales.en.has(key)).toBe(false);
    const included = applyOperations(omitted, [{ type: 'include', key, at: at(6), by: '林' }], 1);
    expect(unit(included, 1).status).toBe('untranslated');
  });

  it('move a pair whose sentence is gone, and give it back when it returns', () => {
    const cut = load(ARTICLE.replace('Nobody saw the fog.\n', ''), all);
    expect([...cut.orphans.values()]).toMatchObject([{ zh: '译3', stored: false }]);
    const written = applyOperations(cut, [sign(cut, 0, '新译', { second: 9 })], 1);
    const gone = unit(all, 3).key;
    expect(written.locales.zh.has(gone)).toBe(false);
    expect(written.records.get(gone)?.orphan).toMatchObject({ zh: '译3' });
    const back = load(ARTICLE, written);
    expect(unit(back, 3)).toMatchObject({ key: gone, status: 'reviewed', pair: { zh: '译3' } });
    const restored = applyOperations(back, [sign(back, 1, '译1', { second: 10 })], 1);
    expect(restored.locales.zh.get(gone)).toBe('译3');
    expect(restored.records.get(gone)?.orphan).toBeUndefined();
  });

  it('keep both texts when two people sign at once', () => {
    const first = applyOperations(empty, [sign(empty, 1, '甲译', { seen: null })], 1);
    const second = applyOperations(
      first,
      [sign(empty, 1, '乙译', { second: 2, by: '王', seen: null })],
      1,
    );
    expect(unit(second, 1)).toMatchObject({
      pair: { zh: '甲译' },
      draft: { text: '乙译', by: '王' },
    });
  });

  it('change nothing when they are applied again, in any order of replay', () => {
    const operations: Operation[] = [
      draft(empty, 1, '半', 1),
      sign(empty, 1, '甲译', { second: 2 }),
      { type: 'revoke', key: unit(empty, 1).key, at: at(3), by: '林' },
      sign(empty, 1, '乙译', { second: 4 }),
      sign(empty, 2, '丙译', { second: 5 }),
      {
        type: 'omit',
        key: unit(empty, 3).key,
        reason: 'r',
        source: 'Nobody saw the fog.',
        at: at(6),
        by: '林',
      },
    ];
    const once = applyOperations(empty, operations, 1);
    const text = (state: ArticleState): string =>
      serializeLocale(state.locales.zh) + serializeReview(state.records.values(), []);
    fc.assert(
      fc.property(fc.subarray(operations), (replayed) => {
        expect(text(applyOperations(once, replayed, 1))).toBe(text(once));
      }),
    );
  });
});

describe('a crash between the review file and the locale files', () => {
  const empty = load(ARTICLE);
  const signed = applyOperations(empty, [sign(empty, 1, '甲。')], 1);
  const { key, segment } = unit(signed, 1);
  const stamp = { key, at: at(9), by: '林' };

  it.each<Operation>([
    { type: 'revoke', ...stamp },
    { type: 'omit', ...stamp, reason: 'r', source: segment.text },
  ])('is mended by the replay: $type', (operation) => {
    const done = applyOperations(signed, [operation], 1);
    const torn = buildState({
      slug: 'x',
      article: ARTICLE,
      zh: serializeLocale(signed.locales.zh),
      en: serializeLocale(signed.locales.en),
      review: serializeReview(done.records.values(), []),
    });
    const mended = applyOperations(torn, [operation], 1);
    expect(statuses(mended)).toEqual(statuses(done));
    expect(mended.locales.zh.has(key)).toBe(false);
  });
});

describe('merge and split', () => {
  const empty = load(ARTICLE);
  const all = applyOperations(
    empty,
    [0, 1, 2, 3].map((index) => sign(empty, index, `译${index}。`)),
    1,
  );
  const stamp = (second: number) => ({ at: at(second), by: '林' });
  const texts = (state: ArticleState): string[] => state.units.map((u) => u.segment.text);
  const targets = (state: ArticleState): (string | undefined)[] =>
    state.units.map((u) => u.pair?.zh);

  it('join two sentences under the first key, both targets together as a draft', () => {
    const merged = applyOperations(all, mergeOperations(all, unit(all, 1), stamp(5)) ?? [], 1);
    expect(texts(merged)[1]).toBe('The ferry left at dawn. It carried 140 people.');
    expect(unit(merged, 1)).toMatchObject({
      key: unit(all, 1).key,
      status: 'stale',
      draft: { text: '译1。译2。' },
    });
    expect(unit(merged, 2)).toMatchObject({ status: 'reviewed', pair: { zh: '译3。' } });
    expect(merged.orphans.get(unit(all, 2).key)).toMatchObject({ zh: '译2。' });
    // The files give the same back, and an edit elsewhere in the sentence does not undo it.
    expect(texts(load(ARTICLE, merged))).toEqual(texts(merged));
    expect(texts(load(ARTICLE.replace('140', '150'), merged))[1]).toBe(
      'The ferry left at dawn. It carried 150 people.',
    );
  });

  it('taken back, a merge leaves everything as it was', () => {
    const merged = applyOperations(all, mergeOperations(all, unit(all, 1), stamp(5)) ?? [], 1);
    const saved = applyOperations(load(ARTICLE, merged), [draft(merged, 0, 'x', 6)], 1);
    const back = applyOperations(saved, uncutOperations(unit(saved, 1), stamp(7)) ?? [], 1);
    expect(texts(back)).toEqual(texts(all));
    expect(targets(back)).toEqual(targets(all));
    expect(statuses(back)).toEqual(statuses(all));
    expect(unit(back, 1).draft).toBeUndefined();
    expect(statuses(load(ARTICLE, back))).toEqual(statuses(all));
  });

  it('lose nothing that was typed and not confirmed, on either half', () => {
    const typed = applyOperations(all, [draft(all, 1, '甲稿。', 5), draft(all, 2, '乙稿。', 6)], 1);
    const merged = applyOperations(
      typed,
      mergeOperations(typed, unit(typed, 1), stamp(7)) ?? [],
      1,
    );
    expect(unit(merged, 1).draft?.text).toBe('甲稿。乙稿。');
    const saved = load(ARTICLE, merged);
    const back = applyOperations(saved, uncutOperations(unit(saved, 1), stamp(8)) ?? [], 1);
    expect([1, 2].map((index) => unit(back, index).draft?.text)).toEqual(['甲稿。', '乙稿。']);
    expect(targets(back)).toEqual(targets(all));
  });

  it('keep what was typed after the merge', () => {
    const merged = applyOperations(all, mergeOperations(all, unit(all, 1), stamp(5)) ?? [], 1);
    const typed = applyOperations(merged, [draft(merged, 1, '新稿。', 6)], 1);
    const back = applyOperations(typed, uncutOperations(unit(typed, 1), stamp(7)) ?? [], 1);
    expect(unit(back, 1)).toMatchObject({ pair: { zh: '译1。' }, draft: { text: '新稿。' } });
  });

  it('part a sentence: the whole target stays with the first half', () => {
    const place = 'It carried'.length;
    const split = applyOperations(
      all,
      splitOperations(all, unit(all, 2), place, stamp(5)) ?? [],
      1,
    );
    expect(texts(split).slice(2, 4)).toEqual(['It carried', '140 people.']);
    expect(unit(split, 2)).toMatchObject({
      key: unit(all, 2).key,
      status: 'stale',
      pair: { zh: '译2。' },
    });
    expect(unit(split, 3)).toMatchObject({ status: 'untranslated', link: 'fresh' });
    const back = applyOperations(split, uncutOperations(unit(split, 2), stamp(6)) ?? [], 1);
    expect(targets(back)).toEqual(targets(all));
    expect(statuses(back)).toEqual(statuses(all));
  });

  it('are refused where there is nothing to join or part', () => {
    expect(mergeOperations(all, unit(all, 0), stamp(5))).toBeNull();
    expect(mergeOperations(all, unit(all, 2), stamp(5))).toBeNull();
    expect(splitOperations(all, unit(all, 2), 0, stamp(5))).toBeNull();
    expect(uncutOperations(unit(all, 2), stamp(5))).toBeNull();
  });

  it('replayed, change nothing', () => {
    const merge = mergeOperations(all, unit(all, 1), stamp(5)) ?? [];
    const merged = applyOperations(all, merge, 1);
    const uncut = uncutOperations(unit(merged, 1), stamp(6)) ?? [];
    const back = applyOperations(merged, uncut, 1);
    expect(texts(applyOperations(back, [...merge, ...uncut], 1))).toEqual(texts(all));
    expect(texts(applyOperations(back, merge, 1))).toEqual(texts(all));
  });
});

describe('a change of the source', () => {
  const empty = load(ARTICLE);
  const all = applyOperations(
    empty,
    [0, 1, 2, 3].map((index) => sign(empty, index, `译${index}。`)),
    1,
  );
  const policy = { cosmetic: 'keep', wording: 'warn', factual: 'block', rewrite: 'block' } as const;
  const reload = (article: string, from: ArticleState): ArticleState =>
    buildState(
      {
        slug: 'x',
        article,
        zh: serializeLocale(from.locales.zh),
        en: serializeLocale(from.locales.en),
        review: serializeReview(from.records.values(), []),
      },
      { changes: policy },
    );
  const stamp = { at: at(20), by: '林' };

  it.each([
    ['left at dawn.', 'left, at dawn.', 'cosmetic', true],
    ['left at dawn.', 'departed at dawn.', 'wording', true],
    ['140', '410', 'factual', false],
  ])('%j to %j is %s, tolerated: %s', (before, after, change, tolerated) => {
    const edited = reload(ARTICLE.replace(before, after), all);
    const stale = edited.units.find((u) => u.status === 'stale');
    expect(stale).toMatchObject({ change, tolerated });
  });

  it('keeps an approval where the config says so, and says why', () => {
    const edited = reload(ARTICLE.replace('left at dawn.', 'left, at dawn.'), all);
    const synced = applyOperations(edited, syncOperations(edited, policy, stamp), 1);
    expect(unit(synced, 1)).toMatchObject({ status: 'reviewed', pair: { zh: '译1。' } });
    expect(unit(synced, 1).record?.signoffs.at(-1)?.via).toBe('policy:cosmetic');
    expect(syncOperations(synced, policy, stamp)).toEqual([]);
  });

  it('never signs a changed fact, but remembers it, and follows it through the next edit', () => {
    const edited = reload(ARTICLE.replace('140 people', '150 people and dogs'), all);
    const synced = applyOperations(edited, syncOperations(edited, policy, stamp), 1);
    expect(unit(synced, 2)).toMatchObject({ key: unit(all, 2).key, status: 'stale' });
    const again = reload(
      ARTICLE.replace('It carried 140 people', 'Aboard were 150 people and dogs'),
      synced,
    );
    expect(unit(again, 2)).toMatchObject({ key: unit(all, 2).key, status: 'stale' });
  });

  it('moves orphans and nothing else', () => {
    const cut = reload(ARTICLE.replace('Nobody saw the fog.\n', ''), all);
    const synced = applyOperations(cut, syncOperations(cut, policy, stamp), 1);
    expect(synced.locales.zh.has(unit(all, 3).key)).toBe(false);
    const back = reload(ARTICLE, synced);
    expect(unit(back, 3)).toMatchObject({ key: unit(all, 3).key, status: 'reviewed' });
  });
});
