/** Screens as text. Each scene's screens stand in tests/fixtures/screens, one file a size and language. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { KEYMAP } from '../../src/review/keymap.ts';
import { partsWidth } from '../../src/review/screen/row.ts';
import { article, type Desk, RIVER, sitDown } from './desk.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/screens/', import.meta.url));
const AT = '2024-04-01T08:00:00.000Z';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

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

/** What is done before the screen is looked at. */
const SCENES: Readonly<Record<string, (desk: Desk) => Promise<void>>> = {
  list: async (desk) => desk.press('home'),
  stale: async (desk) => desk.press('home', 'down'),
  omitted: async (desk) => desk.press('home', 'down', 'down'),
  editing: async (desk) => {
    await desk.press('end', 'enter');
    await desk.type('The lights at the ferry are still on, and “nobody” has gone home');
  },
  filter: async (desk) => desk.press('f9', 'down', 'down'),
  split: async (desk) => desk.press('home', 'down', 'f2', 'f3'),
  help: async (desk) => desk.press('f1'),
  machine: async (desk) => desk.press('escape', 'end', 'enter', 'home', 'down'),
  articles: async (desk) => desk.press('escape'),
};

const cases = Object.keys(SCENES).flatMap((scene) =>
  SIZES.flatMap((size) =>
    (['zh', 'en'] as const).map((lang) => ({
      file: `${scene}-${size.columns}x${size.rows}-${lang}.txt`,
      scene,
      size,
      lang,
    })),
  ),
);

describe('the screen', () => {
  it.each(cases)('$file', async ({ file, scene, size, lang }) => {
    const articles = [motley(), drafted()];
    const desk = await sitDown({ articles, slug: 'river-rises', size });
    await SCENES[scene]?.(desk);
    const { caret } = await desk.screen(lang);
    const lines = await desk.rows(lang);
    const cursor = caret === null ? 'no cursor' : `cursor ${caret.x},${caret.y}`;
    await expect(`${[...lines, cursor].join('\n')}\n`).toMatchFileSnapshot(`${FOLDER}${file}`);
  });

  it('has no golden screen left over', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
    expect(files.toSorted()).toEqual(cases.map(({ file }) => file).toSorted());
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
