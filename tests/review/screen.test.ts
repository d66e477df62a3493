/**
 * Screens as text: each scene's stand in tests/fixtures/screens, one file a look. After a change that is
 * meant, `npx vitest run --config tests/vitest.config.ts tests/review/screen.test.ts -u` writes them anew.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { createTranslate } from '../../src/interface.ts';
import type { Size } from '../../src/review/event.ts';
import { KEYMAP } from '../../src/review/keymap.ts';
import { partsWidth, type Row, type View } from '../../src/review/screen/row.ts';
import { screenOf } from '../../src/review/screen/screen.ts';
import { settled } from '../../src/review/screen/scroll.ts';
import type { PanelTab, ReviewState } from '../../src/review/state.ts';
import { toggleReader } from '../../src/review/update/panel.ts';
import { paintRow, themeFor } from '../../src/ui/theme.ts';
import { withAids } from './aids.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/screens/', import.meta.url));
const AT = '2024-04-01T08:00:00.000Z';

/** An article with a segment of every status. */
function motley() {
  const first = article('river-rises', RIVER);
  const [title, body, nobody, mayor] = first.units.map(({ key }) => key);
  const stamp = { at: AT, by: 'an' };
  const pair = { source: 'en', seen: null } as const;
  const operations: Operation[] = [
    {
      type: 'sign-off',
      key: title ?? '',
      ...stamp,
      source: 'zh',
      zh: '河水一夜上涨两米',
      en: 'River up two metres',
      seen: null,
    },
    {
      type: 'sign-off',
      key: body ?? '',
      ...stamp,
      ...pair,
      zh: '河水一夜之间上涨<1>两米</1>。',
      en: 'The river rose <1>two metres</1> overnight.',
    },
    { type: 'omit', key: nobody ?? '', ...stamp, reason: '中文版不需要', source: 'Nobody slept.' },
    {
      type: 'draft',
      key: mayor ?? '',
      ...stamp,
      draft: {
        origin: 'engine:deepl',
        source: 'The mayor <1>spoke</1> at dawn.',
        text: '市长在黎明时分<1>发表了讲话</1>。',
        at: AT,
      },
    },
  ];
  return article(
    'river-rises',
    RIVER.replace('two metres** overnight', 'three metres** overnight'),
    operations,
  );
}

/** An article that two engines have drafted, one of them oddly. */
function drafted() {
  const [, body] = article('second', RIVER).units;
  const source = body?.segment.text ?? '';
  const draft = { source, at: AT };
  const stamp = { type: 'draft', key: body?.key ?? '', at: AT, by: 'an' } as const;
  return article('second', RIVER, [
    {
      ...stamp,
      draft: {
        ...draft,
        origin: 'engine:deepl',
        text: '河水一夜之间上涨<1>两米</1>。',
        engine: { billed: 37, model: 'quality_optimized', doubts: ['terms'] },
      },
    },
    {
      ...stamp,
      draft: {
        ...draft,
        origin: 'engine:openai',
        text: '河水一夜没有上涨<1>三米</1>。',
        engine: { billed: 0, second: true },
      },
    },
  ]);
}

interface Scene {
  /** What is done before the screen is looked at. */
  readonly before: (desk: Desk) => Promise<void>;
  /** What memory and term base know of the second segment is there, and this tab of the panel. */
  readonly tab?: PanelTab;
  readonly reader?: true;
}

const home: Scene['before'] = async (desk) => desk.press('home', 'down');

const mistyped: Scene['before'] = async (desk) => {
  await desk.press('home', 'down', 'down', 'down', 'enter', 'C-end');
  await desk.type('详见 www.example.org/乡镇。');
  await desk.press('tab', 'tab', 'tab');
};

const SCENES: Readonly<Record<string, Scene>> = {
  list: { before: async (desk) => desk.press('home') },
  stale: { before: home },
  omitted: { before: async (desk) => desk.press('home', 'down', 'down') },
  editing: {
    before: async (desk) => {
      await desk.press('end', 'enter');
      await desk.type('The lights at the ferry are still on, and “nobody” has gone home');
    },
  },
  filter: { before: async (desk) => desk.press('f9', 'down', 'down') },
  split: { before: async (desk) => desk.press('home', 'down', 'M-j', 'M-s') },
  help: { before: async (desk) => desk.press('f1') },
  machine: { before: async (desk) => desk.press('escape', 'end', 'enter', 'home', 'down') },
  articles: { before: async (desk) => desk.press('escape') },
  /** A translator at work: what the widths make of it. */
  work: { before: async (desk) => desk.press('home', 'down', 'enter'), tab: 'memory' },
  terms: { before: async (desk) => desk.press('home', 'down', 'f6', 'f6', 'f6'), tab: 'terms' },
  findings: { before: home, tab: 'findings' },
  context: { before: home, tab: 'context' },
  'machine-tab': {
    before: async (desk) => desk.press('escape', 'end', 'enter', 'home', 'down'),
    tab: 'machine',
  },
  reader: { before: home, tab: 'memory', reader: true },
  /** Something wrong is typed: marked, counted, listed. */
  found: { before: mistyped },
  dismissed: {
    before: async (desk) => {
      await mistyped(desk);
      await desk.press('M-w');
      await desk.type('市政府网站的新地址 至 2031-12-31');
      await desk.press('enter');
    },
  },
};

/** Columns × rows, language, and what else is asked of the terminal. */
type Look = `${number}x${number}-${Lang}${'' | '-ascii' | '-nocolor'}`;

const BOTH: readonly Look[] = ['80x24-en', '120x40-zh'];

/** The screens that are kept: each scene at the sizes that make a difference to it. */
const LOOKS: Readonly<Record<string, readonly Look[]>> = {
  list: ['60x16-en', ...BOTH],
  stale: BOTH,
  omitted: BOTH,
  editing: BOTH,
  filter: BOTH,
  split: BOTH,
  help: BOTH,
  machine: BOTH,
  articles: ['60x16-zh', ...BOTH, '200x50-en'],
  work: [
    '60x16-zh',
    '60x16-en',
    '79x24-zh',
    '79x24-en',
    '80x24-zh',
    '80x24-en',
    '80x24-en-ascii',
    '80x24-en-nocolor',
    '100x30-zh',
    '100x30-en',
    '120x40-zh',
    '120x40-en',
    '132x43-zh',
    '132x43-en',
    '200x50-zh',
    '200x50-en',
    '200x50-zh-ascii',
  ],
  terms: ['80x24-en', '80x24-en-nocolor', '120x40-zh'],
  findings: BOTH,
  context: ['80x24-en', '200x50-zh'],
  'machine-tab': ['80x24-en', '200x50-zh'],
  reader: ['60x16-zh', '80x24-en', '120x40-zh', '200x50-en'],
  found: ['60x16-zh', '80x24-en', '80x24-en-ascii', '80x24-zh-nocolor', '120x40-zh', '200x50-en'],
  dismissed: ['80x24-en', '80x24-zh-nocolor', '120x40-zh', '200x50-en-ascii'],
};

const cases = Object.entries(LOOKS).flatMap(([scene, looks]) =>
  looks.map((look) => ({ file: `${scene}-${look}.txt`, scene, look })),
);

interface Drawn {
  readonly size: Size;
  readonly lang: Lang;
  readonly view: Omit<View, 't'>;
  readonly bare: boolean;
}

function drawnAs(look: Look): Drawn {
  const [size = '', lang, terminal] = look.split('-');
  const [columns = 0, rows = 0] = size.split('x').map(Number);
  const bare = terminal === 'nocolor';
  const view = { ascii: terminal === 'ascii', plain: bare };
  return { size: { columns, rows }, lang: lang === 'zh' ? 'zh' : 'en', view, bare };
}

/** The state of a scene, with what is known of the second segment. */
function stateOf({ tab, reader }: Scene, desk: Desk): ReviewState {
  const state = desk.program.state();
  const unit = state.session?.article.units[1];
  if (tab === undefined || unit === undefined) return state;
  const known = settled(withAids(state, unit, tab));
  return reader === undefined ? known : { ...settled(toggleReader(known)), notice: null };
}

/** Rows as they are painted without colour, with a sign for the escape character. */
const painted = (row: Row): string =>
  paintRow(row, themeFor({ NO_COLOR: '1' })).replaceAll('\u001b', '␛');

const written = ({ parts }: Row): string => parts.map(({ text }) => text).join('');

describe('the screen', () => {
  it.each(cases)('$file', async ({ file, scene: name, look }) => {
    const { size, lang, view, bare } = drawnAs(look);
    const scene = SCENES[name];
    if (scene === undefined) throw new Error(`no scene ${name}`);
    const desk = await sitDown({ articles: [motley(), drafted()], slug: 'river-rises', size });
    await scene.before(desk);
    const t = await createTranslate(lang);
    const { rows, caret } = screenOf(stateOf(scene, desk), { t, ...view });
    const lines = rows.map((row) => (bare ? painted(row) : written(row)).trimEnd());
    const cursor = caret === null ? 'no cursor' : `cursor ${caret.x},${caret.y}`;
    await expect(`${[...lines, cursor].join('\n')}\n`).toMatchFileSnapshot(`${FOLDER}${file}`);
  });

  it('has no golden screen left over', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    expect(files.toSorted()).toEqual(cases.map(({ file }) => file).toSorted());
  });

  it('is ASCII but for the texts with --ascii', async () => {
    const desk = await sitDown({ articles: [motley()], slug: 'river-rises' });
    const all: Row[] = [];
    for (const scene of Object.values(SCENES)) {
      const t = await createTranslate('en');
      all.push(...screenOf(stateOf(scene, desk), { t, ascii: true }).rows);
    }
    const signs = all.flatMap(({ parts }) => parts.filter(({ style }) => style === 'faint'));
    expect(signs.map(({ text }) => text).join('')).not.toMatch(/[─│┼→·✓]/);
  });
});

const names = [...new Set(KEYMAP.flatMap(({ keys }) => keys))].filter(
  (key) => !['C-q', 'q', 'C-c'].includes(key),
);

const input = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('key' as const), name: fc.constantFrom(...names) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('text' as const, 'paste' as const),
      text: fc.oneof(
        fc.constantFrom('字', '。', ' ', '<1>', '👩‍👩‍👧', 'word ', '\u001b[2J', '\u202e'),
        fc.string({ unit: 'grapheme' }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('resize' as const),
      size: fc.record({
        columns: fc.integer({ min: 60, max: 200 }),
        rows: fc.integer({ min: 12, max: 60 }),
      }),
    }),
  },
);

describe('whatever is pressed', () => {
  it('fills the window exactly, keeps the caret in it, and shows no control character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(input, { maxLength: 40 }), fc.boolean(), async (inputs, ascii) => {
        const desk = await sitDown({ articles: [motley(), drafted()] });
        for (const event of inputs) {
          desk.program.send(event.type === 'resize' ? event : { ...event, at: AT });
          await desk.program.settled();
          const { columns, rows } = desk.program.state().size;
          const screen = await desk.screen('zh', ascii);
          expect(screen.rows).toHaveLength(rows);
          for (const row of screen.rows) {
            expect(partsWidth(row.parts)).toBeLessThanOrEqual(columns);
            expect(row.parts.map(({ text }) => text).join('')).not.toMatch(
              /[\p{Cc}\u202a-\u202e]/u,
            );
          }
          const { caret } = screen;
          expect(caret === null || (caret.x < columns && caret.y < rows && caret.y > 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
