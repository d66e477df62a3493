/** A machine's draft: where it is from, what is odd about it, and what another engine says. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { article, type Desk, sitDown } from './desk.ts';

const SOURCE = 'The ferry carried 35,000 people.';
const AT = '2024-04-01T08:00:00.000Z';
const FIRST: Draft = {
  origin: 'engine:deepl',
  source: SOURCE,
  text: '渡轮运送了三万五千人。',
  at: AT,
  engine: { billed: 32, model: 'quality_optimized', doubts: ['short', 'terms'] },
};
const SECOND: Draft = {
  origin: 'engine:openai',
  source: SOURCE,
  text: '渡轮载客350万人。',
  at: AT,
  engine: { billed: 0, second: true },
};
const TEXT = `${SOURCE}\n\nNobody slept.\n`;

function operation(key: string, draft: Draft): Operation {
  return { type: 'draft', key, at: draft.at, by: 'mei', draft };
}

async function sitAt(drafts: readonly Draft[], columns = 80): Promise<Desk> {
  const key = article('ferry', TEXT).units[0]?.key ?? '';
  const state = article(
    'ferry',
    TEXT,
    drafts.map((draft) => operation(key, draft)),
  );
  return sitDown({ articles: [state], slug: 'ferry', size: { columns, rows: 24 } });
}

const shown = async (desk: Desk, lang: 'en' | 'zh' = 'en', ascii = false): Promise<string> =>
  (await desk.rows(lang, ascii)).join('\n');
const editorText = (desk: Desk) => desk.program.state().session?.editor?.buffer.text;

describe('a machine’s draft', () => {
  it.each([80, 120])(
    'names engine and model, and its doubts in words (%i columns)',
    async (columns) => {
      const desk = await sitAt([FIRST], columns);
      const screen = await shown(desk);
      expect(screen).toContain('by deepl (quality_optimized)');
      expect(screen).toContain('* too short, something');
      expect(screen).toContain('* a term is not');
      expect(await shown(desk, 'zh')).toContain('* 过短');
    },
  );

  it.each([false, true])(
    'has a mark in the list when it is doubtful (ASCII: %s)',
    async (ascii) => {
      const desk = await sitAt([FIRST]);
      const rows = await desk.rows('en', ascii);
      expect(rows.find((row) => row.includes('1 ~'))).toContain('1 ~*渡轮');
      expect(rows.find((row) => row.includes('Nobody'))).not.toContain('*');
    },
  );

  it('has none when nothing is odd', async () => {
    const desk = await sitAt([{ ...FIRST, engine: { billed: 32 } }]);
    expect(await shown(desk)).not.toContain('*');
  });

  it('has none any more when it is signed', async () => {
    const desk = await sitAt([FIRST, SECOND]);
    await desk.press(' ');
    await desk.press('home');
    expect(await shown(desk)).not.toContain('*');
  });
});

const SWITCH = 'M-o';

describe('a second opinion', () => {
  it.each([80, 120])('stands above the target, with what differs (%i columns)', async (columns) => {
    const desk = await sitAt([FIRST, SECOND], columns);
    const rows = await desk.rows();
    const at = rows.findIndex((row) => row.includes('* 渡轮载客350万人。'));
    expect(rows[at + 1]).toContain('by openai  differs in: numbers');
    expect(rows.join('\n')).toContain('Alt+O switches');
    await desk.press('enter');
    const { caret } = await desk.screen();
    expect((await desk.rows())[caret?.y ?? 0]).toContain(FIRST.text);
  });

  it('marks its segment in the list when it disagrees, and says so when it does not', async () => {
    const calm = { ...FIRST, engine: { billed: 32 } };
    const differing = await sitAt([calm, SECOND]);
    expect(await shown(differing)).toContain('~*渡轮');
    const agreeing = await sitAt([calm, { ...SECOND, text: '渡轮运送了35,000人。' }]);
    expect(await shown(agreeing)).not.toContain('~*');
    expect(await shown(agreeing)).toContain('by openai  says the same');
  });

  it('is taken into the target by a key, and back', async () => {
    const desk = await sitAt([FIRST, SECOND]);
    await desk.press(SWITCH);
    expect(editorText(desk)).toBe(SECOND.text);
    await desk.press(SWITCH);
    expect(editorText(desk)).toBe(FIRST.text);
    await desk.press(SWITCH, 'C-s');
    expect(desk.commits).toMatchObject([{ type: 'sign-off', zh: SECOND.text }]);
  });

  it('is nobody’s typing: leaving it changes nothing', async () => {
    const desk = await sitAt([FIRST, SECOND]);
    await desk.press(SWITCH, 'escape');
    const [unit] = desk.article('ferry').units;
    expect(unit?.draft).toMatchObject({ origin: 'engine:deepl', text: FIRST.text });
    expect(unit?.record?.drafts.map(({ origin }) => origin)).toEqual([
      'engine:deepl',
      'engine:openai',
    ]);
  });

  it.each([80, 120])('changes places with the first (%i columns)', async (columns) => {
    const desk = await sitAt([FIRST, SECOND], columns);
    await desk.press(SWITCH);
    const rows = await desk.rows();
    expect(rows.find((row) => row.includes('editing'))).toContain('by openai');
    const at = rows.findIndex((row) => row.includes(`* ${FIRST.text}`));
    expect(rows[at + 1]).toContain('by deepl');
    expect(rows.join('\n')).not.toContain(`* ${SECOND.text}`);
  });

  it('stays at hand when a person has written beside both', async () => {
    const desk = await sitAt([FIRST, SECOND]);
    await desk.press('enter', 'C-u');
    await desk.type('渡轮很忙。');
    await desk.press('escape');
    const screen = await shown(desk);
    expect(screen).toContain('* 渡轮运送了三万五千人。');
    expect(screen).toContain('* 渡轮载客350万人。');
    await desk.press(SWITCH);
    expect(editorText(desk)).toBe(FIRST.text);
  });

  it('shows nothing that steers a terminal', async () => {
    const hostile = {
      ...SECOND,
      text: '渡轮\u001b[2J',
      engine: { ...SECOND.engine, billed: 0, model: 'a\u001b[2Jb' },
    };
    const desk = await sitAt([FIRST, hostile]);
    expect(await shown(desk)).not.toContain('\u001b');
  });
});
