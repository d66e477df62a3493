/** The language of the filter: what is found, what is wrong with it, what may come next. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/model.ts';
import { completeFilter, matchesFilter, parseFilter } from '../../src/core/segment-filter.ts';
import { apply, draft, load, sign, stamp, unitAt } from './scene.ts';

const ARTICLE =
  '---\ntitle: 海关加征关税\n---\n\nThe **tariff** is 12%. It hit 140 firms.\n\n关税：下调。\n\nNobody was asked.\n';
const empty = load(ARTICLE);
const stamps = (index: number, second: number, by?: string) => stamp(empty, index, second, by);
const state = apply(
  empty,
  sign(empty, 0, 'Customs raise the tariff', { second: 1 }),
  draft(empty, 1, '<1>关税</1>为１２％。', 2),
  { type: 'note', ...stamps(1, 3, 'Mei'), text: '税率待核' },
  { type: 'assign', ...stamps(1, 4), to: 'Mei' },
  { type: 'assign', ...stamps(2, 5), to: '林' },
  { type: 'omit', ...stamps(4, 90, 'Mei'), reason: '略', source: 'Nobody was asked.' },
);

function finding(index: number, check: string, severity: Finding['severity']): Finding {
  const { key } = unitAt(state, index);
  const place = { file: 'x', line: 1, column: 1 };
  return { check, severity, slug: 'x', key, place, values: {} };
}

const FINDINGS = [finding(1, 'tags', 'error'), finding(2, 'second-opinion', 'warning')];

function shown(text: string): number[] {
  const filter = parseFilter(text, { also: (folded) => folded.replaceAll('關', '关') });
  if ('problem' in filter) throw new Error(filter.problem);
  return state.units
    .filter((unit) => {
      const findings = FINDINGS.filter(({ key }) => key === unit.key);
      return matchesFilter(filter, { unit, article: state, findings, user: '林' });
    })
    .map(({ index }) => index);
}

describe('a filter', () => {
  it.each<[string, readonly number[]]>([
    ['', [0, 1, 2, 3, 4]],
    ['tariff', [0, 1]],
    ['TARIFF', [0, 1]],
    ['关税', [0, 1, 3]],
    ['關税', [0, 1, 3]],
    ['関', []],
    ['12%', [1]],
    ['zh:12%', [1]],
    ['en:customs', [0]],
    ['zh:customs', []],
    ['en:"the tariff"', [0, 1]],
    ['“tariff is”', [1]],
    ['customs 关税', [0]],
    ['关税 -customs', [1, 3]],
    ['－关税', [2, 4]],
    [String.raw`/\d{3}/`, [2]],
    ['zh:/^关/', [1, 3]],
    ['-/税/', [2, 4]],
    ['a/b', []],
    ['"zh:关税"', []],
    ['status:draft,omitted', [1, 4]],
    ['status：draft，omitted', [1, 4]],
    ['-status:untranslated', [0, 1, 4]],
    ['is:open', [1, 2, 3]],
    ['is:done', [0, 4]],
    ['is:mine', [2]],
    ['has:finding', [1, 2]],
    ['has:error', [1]],
    ['has:note', [1]],
    ['has:tag', [1]],
    ['has:pair', [0]],
    ['finding:tags', [1]],
    ['finding:tags,second-opinion', [1, 2]],
    ['note:open', [1]],
    ['note:待核', [1]],
    ['note:resolved', []],
    ['term:关税', [0, 1, 3]],
    ['assigned:me', [2]],
    ['assigned:mei', [1]],
    ['assigned:nobody', [0, 3, 4]],
    ['assigned:anybody', [1, 2]],
    ['by:me', [0, 1, 2]],
    ['by:mei', [1, 4]],
    ['since:2026', [0, 1, 2, 4]],
    ['since:2026-01-01T00:01', [4]],
    ['-since:2026-01-01', [3]],
    ['article:x', [0, 1, 2, 3, 4]],
    ['-article:x', []],
    ['key:title', [0]],
    ['STATUS:draft', [1]],
  ])('%j shows %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('looks for terms where the term base found them', () => {
    const filter = parseFilter('term:关税');
    if ('problem' in filter) throw new Error(filter.problem);
    const rest = { article: state, findings: [], user: '林' };
    const terms = ['关税', 'tariff'];
    expect(matchesFilter(filter, { unit: unitAt(state, 4), ...rest, terms })).toBe(true);
    expect(matchesFilter(filter, { unit: unitAt(state, 0), ...rest, terms: [] })).toBe(false);
  });

  it('sees the text that is being typed', () => {
    const filter = parseFilter('zh:在写');
    if ('problem' in filter) throw new Error(filter.problem);
    const rest = { article: state, findings: [], user: '林', target: '还在写' };
    expect(matchesFilter(filter, { unit: unitAt(state, 2), ...rest })).toBe(true);
  });

  it('finds those that wait for this person’s signature', () => {
    const one = apply(empty);
    const filter = parseFilter('is:waiting');
    if ('problem' in filter) throw new Error(filter.problem);
    const unit = unitAt(one, 1);
    const rest = { article: one, findings: [], user: '林', signOffs: 2 };
    expect(matchesFilter(filter, { unit, ...rest })).toBe(false);
  });
});

describe('a filter that is wrong', () => {
  it.each<[string, string, number, string?]>([
    ['foo:bar', 'filter.problem.name', 1, 'foo:'],
    ['海 -foo:bar', 'filter.problem.name', 4, 'foo:'],
    ['status:drafted', 'filter.problem.value', 8, 'drafted'],
    ['is:new', 'filter.problem.value', 4, 'new'],
    ['is:', 'filter.problem.missing', 1, 'is:'],
    ['zh:""', 'filter.problem.missing', 1, 'zh:'],
    ['a "b c', 'filter.problem.quote', 3],
    ['en:“b', 'filter.problem.quote', 4],
    ['since:yesterday', 'filter.problem.date', 7, 'yesterday'],
    ['since:2026-13-01', 'filter.problem.date', 7, '2026-13-01'],
    ['/(a+)+/', 'filter.problem.expression', 1, '(a+)+'],
    ['/[/', 'filter.problem.expression', 1, '['],
  ])('%j says %s at %i', (text, problem, place, value) => {
    const values = { at: place, ...(value === undefined ? {} : { value }) };
    expect(parseFilter(text)).toMatchObject({ problem, values });
  });
});

describe('what may come next', () => {
  it.each<[string, readonly string[]]>([
    ['st', ['status:']],
    ['foo -ha', ['has:']],
    ['is:', ['open', 'done', 'mine', 'corrected', 'waiting']],
    ['status:un', ['untranslated', 'untranslatable']],
    ['status:draft,st', ['stale']],
    ['assigned:', ['me', 'nobody', 'anybody', 'Mei', '"Li Na"']],
    ['assigned:m', ['me', 'Mei']],
    ['finding:', ['tags']],
    ['nonsense:', []],
    ['xyz', []],
  ])('behind %j', (text, candidates) => {
    const values = { assigned: ['Mei', 'Li Na'], finding: ['tags'] };
    expect(completeFilter(text, text.length, values).candidates).toEqual(candidates);
  });

  it('takes the place of what was typed', () => {
    expect(completeFilter('a status:dr', 11)).toEqual({ from: 9, to: 11, candidates: ['draft'] });
    expect(completeFilter('a sta b', 5)).toEqual({ from: 2, to: 5, candidates: ['status:'] });
  });

  it('is every name where nothing is typed', () => {
    expect(completeFilter('', 0).candidates).toContain('status:');
  });
});
