/** What people say of findings: said, taken back, merged; nothing is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import { isInForce } from '../../src/core/dismissals.ts';
import { historyOf } from '../../src/core/history.ts';
import { mergeRecord } from '../../src/core/merge/record.ts';
import type { Dismissal, ReviewRecord } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { pairName } from '../../src/core/pair-name.ts';
import { readReview, serializeReview } from '../../src/core/review-file.ts';
import { apply, at, filesOf, load, reload, stamp, unitAt } from './scene.ts';

const ARTICLE = '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn.\n\nNobody saw the fog.\n';
const empty = load(ARTICLE);
const TEXTS = pairName({ zh: '渡轮离港。', en: 'The ferry left at dawn.' });

function dismiss(reason: string, second: number, more: { until?: string; by?: string } = {}) {
  const { by = '林', ...rest } = more;
  const said = { type: 'dismiss', check: 'url', texts: TEXTS, reason, ...rest } as const;
  return { ...said, ...stamp(empty, 1, second, by) };
}

function undismiss(second: number, check = 'url', texts = TEXTS) {
  return { type: 'undismiss', ...stamp(empty, 1, second, '王'), check, texts } as const;
}

function inForce(operations: readonly Operation[], today = '2031-01-01'): string[] {
  const { record } = unitAt(reload(apply(empty, ...operations)), 1);
  return (record?.dismissed ?? [])
    .filter((entry) => isInForce(entry, today))
    .map(({ reason }) => reason);
}

describe('a dismissal', () => {
  it.each<[string, readonly Operation[], readonly string[]]>([
    ['holds', [dismiss('引文', 1)], ['引文']],
    ['holds until its last day', [dismiss('引文', 1, { until: '2031-01-01' })], ['引文']],
    ['holds no more after it', [dismiss('引文', 1, { until: '2030-12-31' })], []],
    ['is taken back', [dismiss('引文', 1), undismiss(2)], []],
    ['of another check stays', [dismiss('引文', 1), undismiss(2, 'tags')], ['引文']],
    ['of other texts stays', [dismiss('引文', 1), undismiss(2, 'url', 'x')], ['引文']],
    ['is said again', [dismiss('甲', 1), undismiss(2), dismiss('乙', 3)], ['乙']],
    ['is not taken back before it is said', [undismiss(2), dismiss('乙', 3)], ['乙']],
  ])('%s', (_, operations, reasons) => {
    expect(inForce(operations)).toEqual(reasons);
  });

  it('applied again changes nothing', () => {
    const all = [dismiss('甲', 1), undismiss(2), dismiss('乙', 3, { until: '2032-01-01' })];
    const once = apply(empty, ...all);
    for (const operation of all) expect(filesOf(apply(once, operation))).toBe(filesOf(once));
    expect(filesOf(applyOperations(once, all, 1))).toBe(filesOf(once));
  });

  it('keeps the key of a segment that nobody has translated', () => {
    const dismissed = reload(apply(empty, dismiss('引文', 1)));
    expect(unitAt(dismissed, 1).key).toBe(unitAt(empty, 1).key);
  });

  it('is in the history, taken back or not', () => {
    const { record } = unitAt(apply(empty, dismiss('引文', 1), undismiss(2)), 1);
    const entries = record === undefined ? [] : historyOf(record);
    expect(entries.filter(({ kind }) => kind.endsWith('dismissed'))).toEqual([
      { kind: 'dismissed', at: at(1), by: '林', check: 'url', reason: '引文' },
      { kind: 'undismissed', at: at(2), by: '王', check: 'url', reason: '引文' },
    ]);
  });
});

const said = fc.record({
  check: fc.constantFrom('url', 'tags'),
  texts: fc.constantFrom('a', 'b'),
  reason: fc.constantFrom('甲', '乙'),
  by: fc.constantFrom('林', '王'),
  second: fc.nat(8),
  back: fc.boolean(),
});
type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;
const branch = fc.array(said, { maxLength: 6 });

function operationsOf(deeds: readonly Said[]): Operation[] {
  return deeds.map(({ second, back, reason, ...named }) => {
    const stamped = { ...named, key: 's1b2c3d4e', at: at(second) };
    return back ? { type: 'undismiss', ...stamped } : { type: 'dismiss', ...stamped, reason };
  });
}

function recordAfter(deeds: readonly Said[]): ReviewRecord {
  const state = applyOperations(empty, operationsOf(deeds), 1);
  return state.records.get('s1b2c3d4e') ?? { key: 's1b2c3d4e', drafts: [], signoffs: [], rest: {} };
}

function without({ withdrawn: _withdrawn, ...entry }: Dismissal): Dismissal {
  return entry;
}

describe('two branches', () => {
  it('lose no dismissal and no taking back, whichever is ours', () => {
    fc.assert(
      fc.property(branch, branch, branch, (before, mine, other) => {
        const base = recordAfter(before);
        const ours = recordAfter([...before, ...mine]);
        const theirs = recordAfter([...before, ...other]);
        const { record, isTorn } = mergeRecord({ base, ours, theirs });
        const merged = record.dismissed ?? [];
        const all = [...(ours.dismissed ?? []), ...(theirs.dismissed ?? [])];
        const names = (list: readonly Dismissal[]) =>
          new Set(list.map(without).map((entry) => JSON.stringify(entry)));
        expect(names(merged)).toEqual(names(all));
        expect(merged).toHaveLength(names(all).size);
        const back = (list: readonly Dismissal[]) =>
          names(list.filter(({ withdrawn }) => withdrawn !== undefined));
        expect(back(merged)).toEqual(back(all));
        expect(mergeRecord({ base, ours: theirs, theirs: ours }).record).toEqual(record);
        expect(isTorn).toBe(false);
        const written = serializeReview([record], []);
        expect(serializeReview(readReview('x', 'x', written).records.values(), [])).toBe(written);
      }),
    );
  });
});
