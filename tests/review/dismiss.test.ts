/** Findings in the review: marked where they stand, mended and dismissed by key. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenFinding } from '../../src/review/chosen-finding.ts';
import { countsOf } from '../../src/review/findings.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { Part } from '../../src/review/screen/row.ts';
import { styledRuns, wholeSpan } from '../../src/review/screen/styled-spans.ts';
import { partsWidth } from '../../src/review/screen/row.ts';
import { visible } from '../../src/core/safe-text.ts';
import { graphemesOf } from '../../src/review/text/graphemes.ts';
import { widthOf } from '../../src/review/text/width.ts';
import { reasonIn } from '../../src/review/update/overlays/dismiss.ts';
import { article, type Desk, sitDown } from './desk.ts';
import { nastyText } from './text/nasty-text.ts';

const AT = '2024-04-01T08:00:00.000Z';
const TEXT = 'The tide table is on [the site](https://example.org/). Nobody slept.\n';
const WRONG = '潮汐表在<1>网站</1>上：www.example.org/old';

function shelf(target = WRONG) {
  const empty = article('shelf', TEXT);
  const [first] = empty.units;
  const pair = { zh: target, en: first?.segment.text ?? '' };
  const signed: Operation = {
    type: 'sign-off',
    key: first?.key ?? '',
    at: AT,
    by: 'an',
    source: 'en',
    ...pair,
    seen: null,
  };
  return article('shelf', TEXT, [signed]);
}

async function sit(state = shelf()): Promise<Desk> {
  const desk = await sitDown({
    articles: [state],
    slug: 'shelf',
    size: { columns: 100, rows: 30 },
  });
  await desk.press('home');
  return desk;
}

function sessionOf(desk: Desk) {
  const { session } = desk.program.state();
  if (session === null) throw new Error('no session');
  return session;
}

function firstUnit(desk: Desk) {
  const [unit] = sessionOf(desk).article.units;
  if (unit === undefined) throw new Error('no unit');
  return unit;
}

const errors = (desk: Desk): number => countsOf(sessionOf(desk).found).errors;
const said = (desk: Desk): string | undefined => desk.program.state().notice?.key;

async function dismissWith(desk: Desk, reason: string): Promise<void> {
  await desk.press('M-w');
  await desk.type(reason);
  await desk.press('enter');
}

/** What stands on the screen in a style. */
async function styled(desk: Desk, style: Part['style']): Promise<string> {
  const { rows } = await desk.screen();
  return rows
    .flatMap(({ parts }) => parts.filter((part) => part.style === style).map(({ text }) => text))
    .join('');
}

describe('a finding', () => {
  it('is marked in the text, by how grave it is, and stronger while it is chosen', async () => {
    const desk = await sit();
    expect(await styled(desk, 'found-error')).toBe('www.example.org/old');
    await desk.press('tab', 'tab', 'tab');
    expect(await styled(desk, 'found-chosen')).toBe('www.example.org/old');
    await desk.press('enter', 'C-end', 'backspace');
    expect(await styled(desk, 'found-chosen')).toBe('www.example.org/ol');
  });

  it('is dismissed with a reason, seen to be so, and taken back by the same key', async () => {
    const desk = await sit();
    expect(errors(desk)).toBe(1);
    await dismissWith(desk, '旧址仍可用');
    expect(desk.commits.at(-1)).toMatchObject({
      type: 'dismiss',
      check: 'url',
      reason: '旧址仍可用',
    });
    expect(errors(desk)).toBe(0);
    expect(await styled(desk, 'found-error')).toBe('');
    const panel = (await desk.rows()).join('\n');
    expect(panel).toContain('dismissed by mei, 2024-05-01');
    expect(panel).toContain('旧址仍可用');
    await desk.press('f8');
    expect(said(desk)).toBe('review.notice.noFindings');
    await desk.press('M-w');
    expect(desk.commits.at(-1)).toMatchObject({ type: 'undismiss', check: 'url' });
    expect(errors(desk)).toBe(1);
  });

  it('is back when a text changes, and dismissed again with the text that it was dismissed in', async () => {
    const desk = await sit();
    await dismissWith(desk, '旧址仍可用');
    await desk.press('enter', 'C-end');
    await desk.type('er');
    expect(chosenFinding(sessionOf(desk), firstUnit(desk))?.dismissed).toBeUndefined();
    await desk.press('backspace', 'backspace');
    expect(chosenFinding(sessionOf(desk), firstUnit(desk))?.dismissed?.reason).toBe('旧址仍可用');
  });

  it('is dismissed in what is being typed, which is kept', async () => {
    const desk = await sit();
    await desk.press('enter', 'C-end');
    await desk.type('er');
    await dismissWith(desk, '新址 until 2031-12-31');
    expect(desk.commits.map(({ type }) => type)).toEqual(['draft', 'dismiss']);
    expect(chosenFinding(sessionOf(desk), firstUnit(desk))?.dismissed).toMatchObject({
      reason: '新址',
      until: '2031-12-31',
    });
    expect(sessionOf(desk).editor?.buffer.text).toBe(`${WRONG}er`);
  });

  it('is there again after undo, and dismissed after redo', async () => {
    const desk = await sit();
    await dismissWith(desk, '旧址仍可用');
    await desk.press('C-z');
    expect(errors(desk)).toBe(1);
    await desk.press('C-y');
    expect(errors(desk)).toBe(0);
  });

  it.each([
    ['', 'review.refuse.noDismissReason'],
    ['until 2031-12-31', 'review.refuse.noDismissReason'],
    ['旧址 至 2031-02-30', 'review.refuse.noSuchDay'],
  ])('is not dismissed by “%s”', async (line, reason) => {
    const desk = await sit();
    await dismissWith(desk, line);
    expect(said(desk)).toBe(reason);
    expect(desk.commits).toEqual([]);
  });

  it('is asked for where there is none', async () => {
    const desk = await sit(shelf('潮汐表在<1>网站</1>上。'));
    await desk.press('M-w');
    expect(said(desk)).toBe('review.refuse.noFinding');
    await desk.press('M-q');
    expect(said(desk)).toBe('review.refuse.noFix');
  });

  it('is found by filters, dismissed or not', async () => {
    const desk = await sit();
    await dismissWith(desk, '旧址仍可用');
    for (const query of ['has:dismissed', 'has:finding']) {
      await desk.press('C-f', 'C-a', 'C-k');
      await desk.type(query);
      await desk.press('enter');
      expect(sessionOf(desk).shown).toEqual([0]);
    }
    expect(said(desk)).toBe('review.refuse.noneFits');
  });
});

describe('fixes', () => {
  const DIRTY = '潮汐\u200b表在<1>网站</1>\u200b上。';

  it('are shown as what they will become, made by a key, and undone by one', async () => {
    const desk = await sit(shelf(DIRTY));
    await desk.press('f8', 'S-f8');
    expect((await desk.rows()).join('\n')).toContain('Alt+Q → 潮汐[-⟦U+200B⟧-]表在');
    await desk.press('M-q');
    expect(sessionOf(desk).editor?.buffer.text).toBe('潮汐表在<1>网站</1>上。');
    expect(desk.commits).toEqual([]);
    await desk.press('C-z');
    expect(sessionOf(desk).editor?.buffer.text).toBe(DIRTY);
  });

  it('are those of the chosen finding alone', async () => {
    const desk = await sit(shelf(`${DIRTY}www.example.org/old`));
    await desk.press('f8');
    expect(chosenFinding(sessionOf(desk), firstUnit(desk))?.check).toBe('url');
    await desk.press('M-q');
    expect(sessionOf(desk).editor?.buffer.text ?? '').toBe('');
    expect((await desk.rows()).join('\n')).toContain('offers no fix. 1 other one here does: F8');
    await desk.press('f8', 'M-q');
    expect(sessionOf(desk).editor?.buffer.text).toBe('潮汐表在<1>网站</1>上。www.example.org/old');
    expect((await desk.rows()).join('\n')).toContain(
      'Mended in the editor: [-⟦U+200B⟧-] [-⟦U+200B⟧-];',
    );
  });

  it('that are typographic are made all at once', async () => {
    const desk = await sit(shelf(DIRTY));
    await desk.press('M-t');
    expect(sessionOf(desk).editor?.buffer.text).toBe('潮汐表在<1>网站</1>上。');
    await desk.press('M-t');
    expect(said(desk)).toBe('review.refuse.noFix');
  });
});

describe('the reason', () => {
  it.each([
    ['quoted as it is', { reason: 'quoted as it is' }],
    ['quoted until 2031-05-01', { reason: 'quoted', until: '2031-05-01' }],
    ['引文，至2031-05-01。', { reason: '引文', until: '2031-05-01' }],
    ['引文（至 2031-05-01）', { reason: '引文', until: '2031-05-01' }],
    ['from 1999 until 2031', { reason: 'from 1999 until 2031' }],
    ['quoted until 2031-13-01', null],
  ])('%s', (line, reason) => {
    expect(reasonIn(line)).toEqual(reason);
  });
});

describe('marked places', () => {
  it('never change the text’s cells, and never cut a character', () => {
    const span = fc.record({ from: fc.nat(60), length: fc.nat(20) });
    fc.assert(
      fc.property(nastyText, fc.array(span, { maxLength: 4 }), (text, spans) => {
        const marks = spans.map(({ from, length }) => ({
          ...wholeSpan(text, { from, to: from + length }),
          style: 'found-error' as const,
        }));
        const runs = styledRuns(text, marks);
        expect(runs.map((run) => run.text).join('')).toBe(visible(text));
        expect(partsWidth(runs)).toBe(widthOf(visible(text)));
        const ends = new Set([0]);
        for (const grapheme of graphemesOf(text)) ends.add(Math.max(...ends) + grapheme.length);
        for (const { from, to } of marks)
          expect([ends.has(from), ends.has(to)]).toEqual([true, true]);
      }),
    );
  });
});
