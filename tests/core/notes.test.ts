/** Notes, assignment, and the second of two signatures. */
import { describe, expect, it } from 'vitest';
import { applyOperations } from '../../src/core/apply.ts';
import { noteId, openNotes } from '../../src/core/notes.ts';
import type { Operation } from '../../src/core/operations.ts';
import { waitsForSecond } from '../../src/core/second-signature.ts';
import { apply, at, draft, filesOf, load, reload, sign, stamp, unitAt } from './scene.ts';

const ARTICLE = '---\ntitle: 渡轮起航\n---\n\nThe ferry left at dawn.\n\nNobody saw the fog.\n';
const empty = load(ARTICLE);

function note(index: number, text: string, second: number): Operation {
  return { type: 'note', ...stamp(empty, index, second), text };
}

function resolve(of: Operation, second: number, open?: true): Operation {
  if (of.type !== 'note') throw new Error(of.type);
  const turn = { type: 'resolve-note', key: of.key, at: at(second), by: '王' } as const;
  return { ...turn, note: noteId(of), ...(open === undefined ? {} : { open }) };
}

describe('a note', () => {
  it('on an untranslated segment is there, with the same key, when the files are read again', () => {
    const noted = reload(apply(empty, note(1, '核对时间', 1)));
    expect(unitAt(noted, 1)).toMatchObject({
      key: unitAt(empty, 1).key,
      status: 'untranslated',
      record: { notes: [{ text: '核对时间', by: '林', at: at(1) }] },
    });
  });

  it('follows its sentence when that is edited, and stays when it is gone', () => {
    const noted = apply(empty, note(1, '核对时间', 1));
    const edited = load(ARTICLE.replace('at dawn', 'at noon'), noted);
    expect(unitAt(edited, 1).record?.notes).toHaveLength(1);
    const gone = load(ARTICLE.replace('The ferry left at dawn.\n\n', ''), noted);
    const written = apply(gone, sign(gone, 0, 'The ferry leaves', { second: 3 }));
    expect(written.records.get(unitAt(empty, 1).key)?.notes).toHaveLength(1);
    expect(unitAt(load(ARTICLE, written), 1).record?.notes).toHaveLength(1);
  });

  it('is settled and opened again', () => {
    const first = note(1, '核对时间', 1);
    const open = (...operations: Operation[]) =>
      openNotes(unitAt(apply(empty, ...operations), 1).record).length;
    expect(open(first)).toBe(1);
    expect(open(first, first)).toBe(1);
    expect(open(first, note(1, '另一条', 2))).toBe(2);
    expect(open(first, resolve(first, 3))).toBe(0);
    expect(open(first, resolve(first, 3), resolve(first, 4, true))).toBe(1);
    expect(open(first, resolve(first, 3), resolve(first, 4, true), resolve(first, 5))).toBe(0);
  });

  it('applied again changes nothing', () => {
    const first = note(1, '核对时间', 1);
    const all = [first, resolve(first, 3), resolve(first, 4, true)];
    const once = apply(empty, ...all);
    for (const operation of all) expect(filesOf(apply(once, operation))).toBe(filesOf(once));
  });
});

describe('an assignment', () => {
  const assign = (to: string | null, second: number, by = '林'): Operation => ({
    type: 'assign',
    ...stamp(empty, 1, second, by),
    to,
  });

  it.each<[string, readonly Operation[], string | null]>([
    ['is the newest', [assign('王', 1), assign('李', 2)], '李'],
    ['is the newest, whichever comes first', [assign('李', 2), assign('王', 1)], '李'],
    ['may be nobody', [assign('王', 1), assign(null, 2)], null],
    ['of the same instant goes by name', [assign('b', 1), assign('a', 1)], 'b'],
    ['of the same instant goes by name', [assign('a', 1), assign('b', 1)], 'b'],
  ])('%s', (_, operations, to) => {
    expect(unitAt(reload(apply(empty, ...operations)), 1).record?.assigned?.to).toBe(to);
  });
});

describe('a record without a text', () => {
  it('never costs a segment its key', () => {
    const revoked = apply(empty, { type: 'revoke', ...stamp(empty, 1, 1) });
    expect(unitAt(reload(revoked), 1).key).toBe(unitAt(empty, 1).key);
    const dropped = apply(empty, draft(empty, 1, '稿', 1), {
      type: 'drop-draft',
      ...stamp(empty, 1, 2),
      origin: 'person',
    });
    expect(unitAt(dropped, 1).key).toBe(unitAt(empty, 1).key);
    expect(unitAt(dropped, 1).record).toBeUndefined();
  });
});

describe('a segment left out, taken in again', () => {
  const stamped = stamp(empty, 1, 1);
  const source = unitAt(empty, 1).segment.text;
  const omit: Operation = { type: 'omit', ...stamped, reason: '重复', source };
  const include: Operation = { type: 'include', ...stamped, at: at(2) };

  it('keeps the reason on record, and stays in when the journal is replayed', () => {
    const included = apply(empty, omit, include);
    expect(unitAt(included, 1).status).toBe('untranslated');
    expect(unitAt(included, 1).record?.past).toMatchObject([{ type: 'omission', reason: '重复' }]);
    for (const replayed of [omit, include]) {
      expect(filesOf(apply(included, replayed))).toBe(filesOf(included));
    }
  });
});

describe('a text that waits for a second signature', () => {
  const one = applyOperations(empty, [sign(empty, 1, '渡轮离港。', { second: 1 })], 2);

  it.each<[string, string, number, boolean | undefined]>([
    ['another', '王', 2, true],
    ['the one who signed', '林', 2, false],
    ['nobody, where one is enough', '王', 1, undefined],
  ])('waits for %s', (_, user, signOffs, forMe) => {
    expect(waitsForSecond(unitAt(one, 1), user, signOffs)?.forMe).toBe(forMe);
  });

  it('waits no longer once it was changed, or signed by both', () => {
    const changed = applyOperations(one, [draft(one, 1, '渡轮出港。', 2)], 2);
    expect(waitsForSecond(unitAt(changed, 1), '王', 2)).toBeNull();
    const both = applyOperations(one, [sign(one, 1, '渡轮离港。', { second: 2, by: '王' })], 2);
    expect(unitAt(both, 1).status).toBe('reviewed');
    expect(waitsForSecond(unitAt(both, 1), '李', 2)).toBeNull();
    expect(waitsForSecond(unitAt(empty, 1), '王', 2)).toBeNull();
  });
});
