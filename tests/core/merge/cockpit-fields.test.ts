/** Notes, assignments, corrections and undo on two branches: nothing is lost, nobody is asked in vain. */
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../../src/core/apply.ts';
import { buildState } from '../../../src/core/load.ts';
import { serializeLocale } from '../../../src/core/locale-file.ts';
import { mergeFiles } from '../../../src/core/merge/merge-files.ts';
import { noteId, openNotes } from '../../../src/core/notes.ts';
import type { Operation } from '../../../src/core/operations.ts';
import { serializeReview } from '../../../src/core/review-file.ts';
import type { ArticleState } from '../../../src/core/state.ts';
import { inverseOf } from '../../../src/core/undo.ts';
import { apply, at, draft, load, sign, stamp, unitAt } from '../scene.ts';

const ARTICLE = '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn.\n\nNobody saw the fog.\n';

function reviewOf({ records }: ArticleState): string {
  return serializeReview(records.values(), []);
}

interface Merged {
  readonly state: ArticleState;
  readonly clashes: number;
}

/** What git makes of two branches: each file of its own. */
function merge(base: ArticleState, ours: ArticleState, theirs: ArticleState): Merged {
  const file = (path: string, textOf: (state: ArticleState) => string) => {
    const merged = mergeFiles(path, {
      base: textOf(base),
      ours: textOf(ours),
      theirs: textOf(theirs),
    });
    if (merged === null) throw new Error(`${path} is not merged`);
    return merged;
  };
  const review = file('articles/x.review.jsonl', reviewOf);
  const zh = file('locales/zh/x.json', ({ locales }) => serializeLocale(locales.zh));
  const en = file('locales/en/x.json', ({ locales }) => serializeLocale(locales.en));
  // The article is merged by git; only one side changes it here.
  const changed = [ours, theirs].find((state) => state.article.text !== base.article.text);
  const article = (changed ?? base).article.text;
  const state = buildState({
    slug: 'x',
    article,
    review: review.text,
    zh: zh.text,
    en: en.text,
  });
  return { state, clashes: review.clashes.length };
}

/** Both ways round, which have to agree. */
function mergeBoth(base: ArticleState, ours: ArticleState, theirs: ArticleState): Merged {
  const one = merge(base, ours, theirs);
  const other = merge(base, theirs, ours);
  const records = ({ state }: Merged) => unitAt(state, 1).record;
  expect(records(other)).toEqual(records(one));
  expect(other.clashes).toBe(one.clashes);
  return one;
}

const empty = load(ARTICLE);
const base = apply(empty, sign(empty, 1, '渡轮离港。', { second: 1 }));

function note(text: string, second: number, by = '林'): Operation {
  return { type: 'note', ...stamp(base, 1, second, by), text };
}

function turn(of: Operation, second: number, open?: true): Operation {
  const id = of.type === 'note' ? noteId(of) : '';
  const stamped = { type: 'resolve-note', ...stamp(base, 1, second, '王'), note: id } as const;
  return open === undefined ? stamped : { ...stamped, open };
}

function assign(to: string | null, second: number): Operation {
  return { type: 'assign', ...stamp(base, 1, second), to };
}

describe('two branches', () => {
  it('with a note each have both, oldest first', () => {
    const merged = mergeBoth(base, apply(base, note('甲', 3)), apply(base, note('乙', 2, '王')));
    expect(unitAt(merged.state, 1).record?.notes?.map(({ text }) => text)).toEqual(['乙', '甲']);
    expect(merged.clashes).toBe(0);
  });

  it('with the first note each on a segment that nobody has touched, have both', () => {
    const merged = mergeBoth(empty, apply(empty, note('甲', 3)), apply(empty, note('乙', 2, '王')));
    expect(unitAt(merged.state, 1)).toMatchObject({
      key: unitAt(empty, 1).key,
      record: { notes: [{ text: '乙' }, { text: '甲' }] },
    });
    expect(merged.clashes).toBe(0);
    expect(merged.state.brokenLines).toEqual([]);
  });

  it('with the same note, of which one is settled, have it once, settled', () => {
    const first = note('甲', 2);
    const noted = apply(base, first);
    const merged = mergeBoth(noted, apply(noted, turn(first, 4)), apply(noted, note('乙', 3)));
    const { record } = unitAt(merged.state, 1);
    expect(record?.notes).toHaveLength(2);
    expect(openNotes(record).map(({ text }) => text)).toEqual(['乙']);
  });

  it('that settle it here and open it again there, go by time', () => {
    const first = note('甲', 2);
    const settled = apply(base, first, turn(first, 3));
    const theirs = apply(settled, turn(first, 5, true));
    expect(openNotes(unitAt(mergeBoth(settled, settled, theirs).state, 1).record)).toHaveLength(1);
    const ours = apply(settled, turn(first, 6, true), turn(first, 7));
    const merged = mergeBoth(settled, ours, theirs);
    expect(openNotes(unitAt(merged.state, 1).record)).toHaveLength(0);
  });

  it.each<[string, readonly Operation[], readonly Operation[], string | null | undefined]>([
    ['the one side that assigns', [assign('王', 2)], [], '王'],
    ['the later of both', [assign('王', 2)], [assign('李', 3)], '李'],
    ['a later nobody', [assign('王', 2)], [assign(null, 3)], null],
    ['of the same instant by name', [assign('a', 2)], [assign('b', 2)], 'b'],
  ])('assign: %s', (_, mine, other, to) => {
    const merged = mergeBoth(base, apply(base, ...mine), apply(base, ...other));
    expect(unitAt(merged.state, 1).record?.assigned?.to).toBe(to);
    expect(merged.clashes).toBe(0);
  });

  it('of which one corrects the source and signs, and the other adds a note', () => {
    const { text } = unitAt(base, 1).segment;
    const correction: Operation = {
      type: 'correct-source',
      ...stamp(base, 1, 5),
      before: text,
      after: 'The ferry left at noon.',
      sign: { target: '渡轮中午离港。' },
    };
    const merged = mergeBoth(base, apply(base, correction), apply(base, note('时间？', 4)));
    expect(unitAt(merged.state, 1)).toMatchObject({
      key: unitAt(base, 1).key,
      status: 'reviewed',
      pair: { zh: '渡轮中午离港。', en: 'The ferry left at noon.' },
      record: { corrections: [{ before: text }], notes: [{ text: '时间？' }] },
    });
  });
});

describe('undo on a branch', () => {
  const operations = [sign(base, 1, '渡轮开走了。', { second: 5, by: '王' })];
  const signed = apply(base, ...operations);
  const inverse = inverseOf({
    operations,
    before: base,
    now: signed,
    signOffs: 1,
    at: at(6),
    by: '王',
  });
  const undone = apply(signed, ...('operations' in inverse ? inverse.operations : []));

  it('holds where the other changed nothing', () => {
    const merged = mergeBoth(signed, undone, apply(signed, note('甲', 7)));
    expect(unitAt(merged.state, 1)).toMatchObject({
      status: 'reviewed',
      pair: { zh: '渡轮离港。' },
      record: { signoffs: [{}, {}], notes: [{}] },
    });
  });

  it('is a choice for a person where the other has signed another text since', () => {
    const theirs = apply(signed, sign(signed, 1, '渡轮驶离。', { second: 7, by: '李' }));
    const merged = mergeBoth(signed, undone, theirs);
    expect(unitAt(merged.state, 1).status).toBe('conflict');
    const texts = unitAt(merged.state, 1).record?.candidates?.map(({ zh }) => zh);
    expect(texts).toEqual(['渡轮离港。', '渡轮驶离。']);
    expect(merged.clashes).toBe(1);
  });

  it('of the only signature is a choice too', () => {
    const first = [sign(empty, 1, '渡轮离港。', { second: 1 })];
    const request = {
      operations: first,
      before: empty,
      now: base,
      signOffs: 1,
      at: at(6),
      by: '王',
    };
    const back = inverseOf(request);
    const ours = apply(base, ...('operations' in back ? back.operations : []));
    expect(unitAt(ours, 1).status).toBe('untranslated');
    const theirs = apply(base, sign(base, 1, '渡轮驶离。', { second: 7, by: '李' }));
    const merged = mergeBoth(base, ours, theirs);
    expect(unitAt(merged.state, 1).status).toBe('conflict');
    expect(unitAt(merged.state, 1).record?.candidates).toHaveLength(2);
  });

  it('that both have made is made once', () => {
    const twice = applyOperations(undone, [draft(undone, 2, '稿', 8)], 1);
    expect(unitAt(mergeBoth(signed, undone, twice).state, 1).record?.past).toHaveLength(1);
  });
});

describe('a review file of a newer version', () => {
  it('keeps what is not known here', () => {
    const line = `{"key":"${unitAt(empty, 1).key}","notes":[{"id":"n1","text":"a","by":"x","at":"${at(1)}"}],"later":[1]}\n`;
    const state = buildState({ slug: 'x', article: ARTICLE, zh: null, en: null, review: line });
    expect(reviewOf(state)).toBe(line);
  });
});

describe('two people who type at one segment on two branches', () => {
  const typed = (state: ArticleState, text: string, second: number, by: string): Operation => {
    const made = draft(state, 1, text, second) as Extract<Operation, { type: 'draft' }>;
    return { ...made, by, draft: { ...made.draft, by } };
  };
  const texts = ({ state }: Merged) => {
    const { draft: standing, record } = unitAt(state, 1);
    return [standing?.text, ...(record?.aside ?? []).map(({ text }) => text)];
  };

  interface Branches {
    readonly mine: readonly Operation[];
    readonly theirs: readonly Operation[];
  }

  it.each<[string, ArticleState, Branches, readonly string[]]>([
    [
      'a new text each',
      empty,
      { mine: [typed(empty, '林稿', 2, '林')], theirs: [typed(empty, '赵稿', 3, '赵')] },
      ['赵稿', '林稿'],
    ],
    [
      'a new text each, at the same instant',
      empty,
      { mine: [typed(empty, '林稿', 2, '林')], theirs: [typed(empty, '赵稿', 2, '赵')] },
      ['赵稿', '林稿'],
    ],
    [
      'the same person here and there: the later one',
      empty,
      { mine: [typed(empty, '甲', 2, '林')], theirs: [typed(empty, '乙', 3, '林')] },
      ['乙'],
    ],
    [
      'one text on top of the other’s, and nothing there',
      apply(empty, typed(empty, '林稿', 2, '林')),
      { mine: [typed(empty, '赵稿', 3, '赵')], theirs: [] },
      ['赵稿', '林稿'],
    ],
    [
      'a third and a fourth text on top of one',
      apply(empty, typed(empty, '甲', 2, '林')),
      { mine: [typed(empty, '乙', 3, '赵')], theirs: [typed(empty, '丙', 4, '王')] },
      ['丙', '甲', '乙'],
    ],
  ])('keep both: %s', (_, before, { mine, theirs }, expected) => {
    const [one, other] = [apply(before, ...mine), apply(before, ...theirs)];
    const merged = mergeBoth(before, one, other);
    expect(texts(merged)).toEqual(expected);
    expect(merged.clashes).toBe(0);
    // Merged again with what it was made of, it stays as it is.
    expect(texts(mergeBoth(before, merged.state, one))).toEqual(expected);
    expect(texts(mergeBoth(one, merged.state, one))).toEqual(expected);
  });

  it('keep a text beside what was signed there', () => {
    const theirs = apply(empty, sign(empty, 1, '赵译。', { second: 3, by: '赵' }));
    const merged = mergeBoth(empty, apply(empty, typed(empty, '林稿', 2, '林')), theirs);
    expect(unitAt(merged.state, 1)).toMatchObject({
      status: 'reviewed',
      pair: { zh: '赵译。' },
      draft: { text: '林稿' },
    });
  });
});
