/** The review as a screen reader says it. */
import { describe, expect, it } from 'vitest';
import { createTranslate } from '../../src/interface.ts';
import { linearOf } from '../../src/review/screen/linear.ts';
import { article, RIVER, sitDown, type Desk } from './desk.ts';

async function said(desk: Desk, lang: 'zh' | 'en' = 'en'): Promise<readonly string[]> {
  return linearOf(desk.program.state(), { t: await createTranslate(lang), ascii: false });
}

async function review(slug: string | null = 'river'): Promise<Desk> {
  return sitDown({ articles: [article('river', RIVER)], slug });
}

/** Drawing, which would be read out sign by sign. */
const DRAWN = /[─│┼█░┃]|[-=|#.]{3,}/;

describe('a segment', () => {
  it('is said in words, its target last', async () => {
    const lines = await said(await review());
    expect(lines[1]).toBe('river, segment 1 of 6, untranslated.');
    expect(lines).toContain('Chinese source: 河水一夜上涨两米');
    expect(lines.at(-1)).toBe('English target: nothing yet');
  });

  it('is said in Chinese', async () => {
    const lines = await said(await review(), 'zh');
    expect(lines.at(-1)).toBe('英文译文：暂无');
    expect(lines.filter((line) => /[a-z]{4}/.test(line.replace('river', '')))).toEqual([]);
  });

  it('being typed is said as it stands', async () => {
    const desk = await review();
    await desk.press('enter');
    await desk.type('The river');
    expect((await said(desk)).at(-1)).toBe('English target, editing: The river');
  });

  it('that keys act on is followed', async () => {
    const desk = await review();
    await desk.press('down');
    expect((await said(desk)).some((line) => line.includes('segment 2 of 6'))).toBe(true);
  });
});

describe('everything else', () => {
  it.each([
    ['the help', 'f1'],
    ['the filters', 'f9'],
    ['the palette', 'f2'],
  ])('%s is rows of words', async (_, key) => {
    const desk = await review();
    await desk.press(key);
    const lines = await said(desk);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => DRAWN.test(line))).toEqual([]);
  });

  it('the list of articles says which one is selected', async () => {
    const lines = await said(await review(null));
    expect(lines.at(-1)).toMatch(/^Selected: river/);
    expect(lines.filter((line) => DRAWN.test(line))).toEqual([]);
  });

  it('a notice is said before the segment', async () => {
    const desk = await review();
    await desk.press('C-c');
    const lines = await said(desk);
    expect(lines[1]).toContain('Ctrl+C');
    expect(lines.at(-1)).toContain('target');
  });
});
