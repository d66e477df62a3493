/** The panel below or beside the texts. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { createTranslate } from '../../src/interface.ts';
import { PANEL_TABS, type PanelTab, type ReviewState } from '../../src/review/state.ts';
import { settled } from '../../src/review/screen/scroll.ts';
import { screenOf } from '../../src/review/screen/screen.ts';
import type { View } from '../../src/review/screen/row.ts';
import { nextPanel } from '../../src/review/update/panel.ts';
import { withAids } from './aids.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const AT = '2024-04-01T08:00:00.000Z';
const BODY = article('river-rises', RIVER).units[1];

function stamp(at = AT) {
  return { key: BODY?.key ?? '', at, by: 'an' } as const;
}

async function sitAt(operations: readonly Operation[] = [], columns = 120, rows = 40) {
  const articles = [article('river-rises', RIVER, operations)];
  const desk = await sitDown({ articles, slug: 'river-rises', size: { columns, rows } });
  await desk.press('home', 'down');
  return desk;
}

function stateWith(desk: Desk, tab: PanelTab): ReviewState {
  const state = desk.program.state();
  const unit = state.session?.article.units[1];
  if (unit === undefined) throw new Error('no segment');
  return settled(withAids(state, unit, tab));
}

async function panelOf(state: ReviewState, view: Partial<View> = {}): Promise<string> {
  const t = await createTranslate('en');
  const rows = screenOf(state, { t, ascii: false, ...view }).rows.map(({ parts }) =>
    parts
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
  const from = rows.findIndex((row) => /\[(TM|Machine|Terms|Findings|Notes|Context)/.test(row));
  return rows.slice(from, -2).join('\n');
}

describe('the panel', () => {
  it('numbers matches, marks what differs, and says a danger in words', async () => {
    const panel = await panelOf(stateWith(await sitAt(), 'memory'));
    expect(panel).toContain(' 1  92%  !! differs in number  河水一夜上涨<1>两米</1>。');
    expect(panel).toContain('2  81%  !! differs in negation, number  河水一夜之间没有上涨。');
    expect(panel).toContain('The river [-did not rise-]{+rose');
    expect(panel).toMatch(/flood-2019 {2}wang, 2024-03-01/);
    expect(panel).toMatch(/^ 3 {2}70% {2}湖水一周上涨/m);
  });

  it('shows every match in a small window, and where the danger is', async () => {
    const panel = await panelOf(stateWith(await sitAt([], 80, 24), 'memory'));
    expect(panel.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^ 1 {2}92% {2}!! differs in number/),
      expect.stringMatching(/^ 2 {2}81% {2}!! differs in negation, number/),
      expect.stringMatching(/^ 3 {2}70% {2}湖水/),
    ]);
  });

  it('says of each term whether it is used, and follows the typing', async () => {
    const desk = await sitAt();
    expect(await panelOf(stateWith(desk, 'terms'))).toMatch(/river {2}→ 河水 {2}✓ used/);
    expect(await panelOf(stateWith(desk, 'terms'))).toMatch(/metres → 米 {4}· not used {2}不用/);
    await desk.press('enter');
    await desk.type('涨了两米');
    const panel = await panelOf(stateWith(desk, 'terms'));
    expect(panel).toMatch(/metres → 米 {4}✓ used/);
  });

  it('shows findings with their severity in words, the first one marked', async () => {
    const panel = await panelOf(stateWith(await sitAt(), 'findings'));
    expect(panel).toContain('> ✗ error  the inline tags differ between the sides: <1>');
    expect(panel).toContain('  ! warning  characters that nobody sees');
    const plain = await panelOf(stateWith(await sitAt(), 'findings'), { ascii: true });
    expect(plain).toContain('> x error');
  });

  it('shows how the target differs from each machine’s draft', async () => {
    const source = BODY?.segment.text ?? '';
    const draft = { source, at: AT };
    const engine = { billed: 37, model: 'quality', doubts: ['terms'] } as const;
    const desk = await sitAt([
      {
        type: 'draft',
        ...stamp(),
        draft: { ...draft, origin: 'engine:deepl', text: '河水上涨<1>两米</1>。', engine },
      },
    ]);
    expect(await panelOf(stateWith(desk, 'machine'))).toContain('the target says the same');
    await desk.press('enter', 'C-home');
    await desk.type('一夜之间，');
    const panel = await panelOf(stateWith(desk, 'machine'));
    expect(panel).toContain('deepl  {+一夜之间，+}河水上涨<1>两米</1>。');
    expect(panel).toMatch(/quality, 2024-04-01 08:00 {2}\* a term is not/);
  });

  it('shows notes, the open ones first, and says which are settled', async () => {
    const desk = await sitAt([
      { type: 'note', ...stamp('2024-04-01T08:00:00.000Z'), text: '数字待核' },
      { type: 'note', ...stamp('2024-04-01T09:00:00.000Z'), text: '再读一遍' },
    ]);
    const [first] = desk.article('river-rises').units[1]?.record?.notes ?? [];
    expect((await panelOf(stateWith(desk, 'notes'))).split('\n').slice(1, 3)).toEqual([
      '   an, 2024-04-01 09:00  再读一遍',
      '   an, 2024-04-01 08:00  数字待核',
    ]);
    const settle = { type: 'resolve-note', ...stamp('2024-04-01T10:00:00.000Z') } as const;
    desk.meanwhile('river-rises', [{ ...settle, note: first?.id ?? '' }]);
    await desk.onDisk('river-rises', desk.article('river-rises'));
    expect(await panelOf(stateWith(desk, 'notes'))).toContain(
      ' ✓ an, 2024-04-01 08:00  settled  数字待核',
    );
  });

  it('shows the neighbours on both sides, in the columns of the list', async () => {
    const panel = await panelOf(stateWith(await sitAt(), 'context'));
    expect(panel).toMatch(/^ {3}1 · 河水一夜上涨两米 +│/m);
    expect(panel).toMatch(/^ {3}3 · +│ Nobody slept\./m);
  });

  it('keeps the room of figures that are not known yet', async () => {
    const desk = await sitAt();
    const title = async (state: ReviewState) => (await panelOf(state)).split('\n')[0] ?? '';
    const after = await title(stateWith(desk, 'memory'));
    const { session } = stateWith(desk, 'memory');
    const unknown = session === null ? null : { ...session, aids: new Map() };
    const before = await title({ ...desk.program.state(), session: unknown });
    expect(before).toContain('[TM  ]· Machine 0 · Terms  ');
    expect(after).toContain('[TM 3]');
    expect(before.indexOf('Context')).toBe(after.indexOf('Context'));
  });

  it('goes round its tabs both ways, and says why not in a small window', async () => {
    let state = (await sitAt()).program.state();
    const seen: PanelTab[] = [];
    for (const _ of PANEL_TABS) {
      state = nextPanel(state, 'next');
      seen.push(state.session?.panel ?? 'memory');
    }
    expect(seen).toEqual([...PANEL_TABS.slice(1), PANEL_TABS[0]]);
    expect(nextPanel(state, 'previous').session?.panel).toBe('context');
    const small = (await sitAt([], 70, 24)).program.state();
    expect(nextPanel(small, 'next').notice?.key).toBe('review.panel.small');
  });

  it('never reorders what it shows', async () => {
    const desk = await sitAt();
    const order = (panel: string) => panel.match(/\d\d%/g);
    await desk.press('enter');
    const before = order(await panelOf(stateWith(desk, 'memory')));
    await desk.type('河水一夜之间没有上涨。');
    expect(order(await panelOf(stateWith(desk, 'memory')))).toEqual(before);
  });
});

describe('the terms of the source', () => {
  it('are underlined, and in brackets where there is no colour', async () => {
    const state = stateWith(await sitAt(), 'memory');
    const t = await createTranslate('en');
    const terms = screenOf(state, { t, ascii: false }).rows.flatMap(({ parts }) =>
      parts.filter(({ style }) => style === 'term').map(({ text }) => text),
    );
    expect(terms).toEqual(['river', 'metres']);
    const plain = screenOf(state, { t, ascii: false, plain: true }).rows.map(({ parts }) =>
      parts.map(({ text }) => text).join(''),
    );
    expect(plain.join('\n')).toContain('The [river] rose <1>two [metres]</1> overnight.');
  });
});

describe('the views of differences', () => {
  const source = BODY?.segment.text ?? '';
  const operations: Operation[] = [
    {
      type: 'sign-off',
      ...stamp(),
      source: 'en',
      zh: '河水涨了<1>两米</1>。',
      en: source,
      seen: null,
    },
    { type: 'revoke', ...stamp('2024-04-02T08:00:00.000Z') },
    {
      type: 'draft',
      ...stamp('2024-04-03T08:00:00.000Z'),
      draft: {
        origin: 'engine:deepl',
        source,
        text: '河流上涨<1>两米</1>。',
        at: '2024-04-03T08:00:00.000Z',
        engine: { billed: 1 },
      },
    },
    {
      type: 'draft',
      ...stamp('2024-04-04T08:00:00.000Z'),
      draft: {
        origin: 'person',
        source,
        text: '河水上涨<1>两米</1>。',
        at: '2024-04-04T08:00:00.000Z',
        by: 'an',
      },
    },
  ];

  it('go round by one key, each said in the heading', async () => {
    const desk = await sitAt(operations);
    const shown = async () => (await desk.rows()).join('\n');
    expect(await shown()).toContain(' 河水上涨<1>两米</1>。');
    await desk.press('f6');
    expect(await shown()).toContain('河水[-涨了-]{+上涨+}<1>两米</1>。');
    expect(await shown()).toContain('since sign-off: [-…-]{+…+}');
    await desk.press('f6');
    expect(await shown()).toContain('{+河水+}');
    expect(await shown()).toContain('machine → target: [-…-]{+…+}');
    await desk.press('f6');
    expect(await shown()).toContain('Diff off.');
    expect(await shown()).not.toContain('{+');
  });
});
