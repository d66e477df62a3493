/** Undo: what was done in any segment is taken back, and nothing is erased. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import { correctionOperation } from '../../src/core/correction.ts';
import { mergeOperations, splitOperations, uncutOperations } from '../../src/core/cutting.ts';
import { historyOf } from '../../src/core/history.ts';
import type { ReviewRecord } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { openNotes } from '../../src/core/notes.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { redoOf } from '../../src/core/redo.ts';
import { inverseOf } from '../../src/core/undo.ts';
import { apply, at, draft, filesOf, load, reload, sign, stamp, unitAt } from './scene.ts';

const ARTICLE =
  '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn. It carried 140 people.\n\nNobody saw the fog.\n';

/** Who dismisses a finding again with the same words sees one dismissal, not two. */
function dismissedIn(record: ReviewRecord | undefined): string[] {
  const open = (record?.dismissed ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  return [...new Set(open.map(({ check, reason }) => `${check} ${reason}`))].sort();
}

/** What a person sees of every segment. */
function seen(state: ArticleState): unknown {
  return state.units.map(({ key, status, segment, pair, draft: shown, record }) => ({
    key,
    status,
    source: segment.text,
    pair: pair ?? null,
    draft: shown?.text ?? null,
    to: record?.assigned?.to ?? null,
    notes: openNotes(record).length,
    dismissed: dismissedIn(record),
  }));
}

function undone(
  before: ArticleState,
  operations: readonly Operation[],
  second: number,
  signOffs = 1,
): ArticleState {
  const now = reload(applyOperations(before, operations, signOffs), signOffs);
  const inverse = inverseOf({ operations, before, now, signOffs, at: at(second), by: '王' });
  if ('refusal' in inverse) {
    if (inverse.refusal === 'nothing') return now;
    throw new Error(inverse.refusal);
  }
  const back = applyOperations(now, inverse.operations, signOffs);
  // A journal that is replayed on top changes nothing.
  const again = applyOperations(back, [...operations, ...inverse.operations], signOffs);
  expect(filesOf(again)).toBe(filesOf(applyOperations(back, inverse.operations, signOffs)));
  expect(seen(again)).toEqual(seen(back));
  return reload(back, signOffs);
}

type Make = (state: ArticleState, index: number, second: number) => readonly Operation[];

const MAKES: Readonly<Record<string, Make>> = {
  'sign-off': (state, index, second) => [sign(state, index, `译${second}。`, { second })],
  'sign-off by another': (state, index, second) => [
    sign(state, index, '同文。', { second, by: '王' }),
  ],
  'sign-off of the same': (state, index, second) => [sign(state, index, '同文。', { second })],
  draft: (state, index, second) => [draft(state, index, `稿${second}`, second)],
  'engine draft': (state, index, second) => {
    const { key, at: when, by } = stamp(state, index, second);
    const source = unitAt(state, index).segment.text;
    const made = { origin: 'engine:deepl', source, text: `机${second}`, at: when } as const;
    return [{ type: 'draft', key, at: when, by, draft: made }];
  },
  'drop-draft': (state, index, second) => [
    { type: 'drop-draft', ...stamp(state, index, second), origin: 'person' },
  ],
  revoke: (state, index, second) => [{ type: 'revoke', ...stamp(state, index, second) }],
  omit: (state, index, second) => {
    const source = unitAt(state, index).segment.text;
    return [{ type: 'omit', ...stamp(state, index, second), reason: '略', source }];
  },
  include: (state, index, second) => [{ type: 'include', ...stamp(state, index, second) }],
  assign: (state, index, second) => [
    { type: 'assign', ...stamp(state, index, second), to: second % 3 === 0 ? null : `人${second}` },
  ],
  note: (state, index, second) => [
    { type: 'note', ...stamp(state, index, second), text: `注${second}` },
  ],
  dismiss: (state, index, second) => [
    {
      type: 'dismiss',
      ...stamp(state, index, second),
      check: second % 2 === 0 ? 'url' : 'tags',
      texts: 'abcdefghijkl',
      reason: `因${second % 5}`,
    },
  ],
  undismiss: (state, index, second) => [
    { type: 'undismiss', ...stamp(state, index, second), check: 'url', texts: 'abcdefghijkl' },
  ],
  'correct-source': (state, index, second) => {
    const unit = unitAt(state, index);
    const end = unit.segment.lang === 'zh' ? '' : '.';
    const after = `${unit.segment.text.replace(/\W?\d*\.?$/, '')} ${second}${end}`;
    const target = second % 2 === 0 ? `译${second}。` : null;
    const asked = correctionOperation(state, { unit, after, target, at: at(second), by: '林' });
    return 'operation' in asked ? [asked.operation] : [];
  },
};

const NAMES = Object.keys(MAKES);

const groups = fc.array(
  fc.array(fc.record({ name: fc.constantFrom(...NAMES), index: fc.nat(3) }), {
    minLength: 1,
    maxLength: 5,
  }),
  { minLength: 1, maxLength: 5 },
);

interface Group {
  readonly before: ArticleState;
  readonly operations: readonly Operation[];
}

describe('undo', () => {
  it.each([1, 2])('gives back what stood there, with %i to sign: any group', (signOffs) => {
    fc.assert(
      fc.property(groups, (all) => {
        let state = load(ARTICLE, undefined, signOffs);
        let second = 0;
        const done: Group[] = [];
        for (const group of all) {
          const before = state;
          const operations: Operation[] = [];
          for (const { name, index } of group) {
            const made = MAKES[name]?.(state, index, (second += 1)) ?? [];
            state = applyOperations(state, made, signOffs);
            operations.push(...made);
          }
          done.push({ before, operations });
        }
        const { before, operations } = done.at(-1) as Group;
        expect(seen(undone(before, operations, 900, signOffs))).toEqual(
          seen(reload(before, signOffs)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('goes back group by group, to the beginning', () => {
    const start = load(ARTICLE);
    const makes: readonly Make[] = [
      MAKES['draft'] as Make,
      MAKES['sign-off'] as Make,
      MAKES['revoke'] as Make,
      MAKES['omit'] as Make,
      MAKES['include'] as Make,
      MAKES['correct-source'] as Make,
      MAKES['sign-off'] as Make,
    ];
    const done: Group[] = [];
    let state = start;
    for (const [nth, make] of makes.entries()) {
      const operations = make(state, 1, nth + 1);
      done.push({ before: state, operations });
      state = apply(state, ...operations);
    }
    for (const [nth, { before, operations }] of done.toReversed().entries()) {
      const inverse = inverseOf({
        operations,
        before,
        now: state,
        signOffs: 1,
        at: at(100 + nth),
        by: '林',
      });
      if ('refusal' in inverse) throw new Error(`${nth}: ${inverse.refusal}`);
      state = reload(apply(state, ...inverse.operations));
      expect(seen(state)).toEqual(seen(before));
    }
    const kinds = historyOf(state.records.get(unitAt(start, 1).key) as never).map((e) => e.kind);
    expect(kinds.filter((kind) => kind === 'sign-off')).toHaveLength(3);
    expect(kinds).toContain('revoked');
    expect(kinds).toContain('corrected');
  });

  const empty = load(ARTICLE);
  const all = apply(
    empty,
    ...[0, 1, 2, 3].map((index) => sign(empty, index, `译${index}。`, { second: 1 })),
  );

  it.each<[string, (state: ArticleState) => readonly Operation[] | null]>([
    ['a merge', (state) => mergeOperations(state, unitAt(state, 1), { at: at(5), by: '林' })],
    ['a split', (state) => splitOperations(state, unitAt(state, 2), 10, { at: at(5), by: '林' })],
  ])('takes back %s', (_, make) => {
    expect(seen(undone(all, make(all) ?? [], 9))).toEqual(seen(all));
  });

  it('takes back the taking back of a merge', () => {
    const merge = mergeOperations(all, unitAt(all, 1), { at: at(5), by: '林' }) ?? [];
    const merged = reload(apply(all, ...merge));
    const uncut = uncutOperations(unitAt(merged, 1), { at: at(6), by: '林' }) ?? [];
    expect(seen(undone(merged, uncut, 9))).toEqual(seen(merged));
  });

  const signing = [draft(all, 1, '半句', 4), sign(all, 1, '新译。', { second: 5 })];

  it.each<[string, string, readonly Operation[], Operation]>([
    [
      'decided-since',
      'another signature',
      signing,
      sign(all, 1, '别人的。', { second: 7, by: '王' }),
    ],
    ['decided-since', 'a revocation', signing, { type: 'revoke', ...stamp(all, 1, 7) }],
    ['drafted-since', 'another text', [draft(all, 1, '半句', 5)], draft(all, 1, '还在写', 7)],
  ])('is refused (%s) after %s', (refusal, _, operations, since) => {
    const now = apply(all, ...operations, since);
    const request = { operations, before: all, now, signOffs: 1, at: at(9), by: '林' };
    expect(inverseOf(request)).toEqual({ refusal, key: unitAt(all, 1).key });
  });

  it('that meets a signature it has not seen, leaves it alone', () => {
    const operations = [sign(all, 1, '新译。', { second: 5 })];
    const now = apply(all, ...operations);
    const request = { operations, before: all, now, signOffs: 1, at: at(9), by: '林' };
    const inverse = inverseOf(request);
    if ('refusal' in inverse) throw new Error(inverse.refusal);
    const meanwhile = apply(now, sign(now, 1, '别人的。', { second: 7, by: '王' }));
    const after = apply(meanwhile, ...inverse.operations);
    expect(unitAt(after, 1)).toMatchObject({ status: 'reviewed', pair: { zh: '别人的。' } });
  });

  it('of a signature keeps what is being written since', () => {
    const now = apply(all, ...signing, draft(all, 1, '还在写', 7));
    const request = { operations: signing, before: all, now, signOffs: 1, at: at(9), by: '林' };
    const inverse = inverseOf(request);
    if ('refusal' in inverse) throw new Error(inverse.refusal);
    const back = apply(now, ...inverse.operations);
    expect(unitAt(back, 1)).toMatchObject({ pair: { zh: '译1。' }, draft: { text: '还在写' } });
  });

  it('is done again by redo, in the name of whoever does it', () => {
    const { text } = unitAt(all, 2).segment;
    const operations: readonly Operation[] = [
      ...signing,
      { type: 'note', ...stamp(all, 3, 5), text: '查' },
      { type: 'assign', ...stamp(all, 3, 5), to: '王' },
      {
        type: 'correct-source',
        ...stamp(all, 2, 5),
        before: text,
        after: text.replace('140', '150'),
        sign: { target: '一百五十人。' },
      },
    ];
    const done = reload(apply(all, ...operations));
    const back = undone(all, operations, 9);
    expect(seen(back)).toEqual(seen(all));
    const request = { operations, undone: back, now: back, at: at(10), by: '李' };
    const redo = redoOf(request);
    if ('refusal' in redo) throw new Error(redo.refusal);
    const again = reload(apply(back, ...redo.operations));
    expect(seen(again)).toEqual(seen(done));
    expect(unitAt(again, 1).record?.signoffs.at(-1)?.by).toBe('李');
    const since = apply(back, sign(back, 1, '别人的。', { second: 10, by: '王' }));
    expect(redoOf({ ...request, now: since })).toMatchObject({ refusal: 'decided-since' });
  });

  it('lets the same text be signed again', () => {
    const operations = [sign(all, 1, '新译。', { second: 5 })];
    const back = undone(all, operations, 9);
    expect(unitAt(back, 1).pair?.zh).toBe('译1。');
    const again = apply(back, sign(back, 1, '新译。', { second: 10 }));
    expect(unitAt(again, 1)).toMatchObject({ status: 'reviewed', pair: { zh: '新译。' } });
    expect(unitAt(again, 1).record?.signoffs).toHaveLength(3);
  });
});
