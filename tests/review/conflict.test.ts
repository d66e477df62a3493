/** Two approvals that a merge brought together: both are shown, and a person chooses one. */
import { describe, expect, it } from 'vitest';
import { buildState } from '../../src/core/load.ts';
import type { SignOff } from '../../src/core/model.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import { type Desk, sitDown } from './desk.ts';

const ARTICLE = 'The fog came in.\n\nNobody slept.\n';
const EN = 'The fog came in.';
const FIRST: SignOff = {
  zh: '起雾了。',
  en: EN,
  source: 'en',
  by: 'an',
  at: '2024-04-01T08:00:00.000Z',
};
const SECOND: SignOff = { ...FIRST, zh: '雾来了。', by: 'bo', at: '2024-04-01T09:00:00.000Z' };

async function sitAtConflict(columns = 80): Promise<Desk> {
  const files = { slug: 'fog', article: ARTICLE, zh: null, en: null };
  const key = buildState({ ...files, review: null }).units[0]?.key ?? '';
  const candidates = [FIRST, SECOND];
  const record = { key, drafts: [], signoffs: candidates, candidates, rest: {} };
  const state = buildState({ ...files, review: serializeReview([record], []) });
  return sitDown({ articles: [state], slug: 'fog', user: 'bo', size: { columns, rows: 24 } });
}

describe('a segment in conflict', () => {
  it.each([80, 120])(
    'shows both texts, by whom and when, above the editor (%i columns)',
    async (columns) => {
      const desk = await sitAtConflict(columns);
      await desk.press('enter');
      const rows = await desk.rows();
      const at = (text: string): number => rows.findLastIndex((row) => row.includes(text));
      expect(rows[at('1 起雾了。')]).toContain('an, 2024-04-01 08:00');
      expect(rows[at('2 雾来了。')]).toContain('bo, 2024-04-01 09:00');
      const { caret } = await desk.screen();
      expect(caret?.y).toBe(at('2 雾来了。') + 1);
      expect(rows[caret?.y ?? 0]).toContain('起雾了。');
    },
  );

  it.each([
    [false, '≠'],
    [true, '#'],
  ])('has a sign of its own (ASCII: %s)', async (ascii, sign) => {
    const desk = await sitAtConflict();
    const rows = await desk.rows('en', ascii);
    expect(rows.find((row) => row.includes(EN))).toContain(` ${sign} `);
  });

  it('opens with the first text, and Alt+O puts the other in its place and back', async () => {
    const desk = await sitAtConflict();
    const text = () => desk.program.state().session?.editor?.buffer.text;
    await desk.press('enter');
    expect(text()).toBe(FIRST.zh);
    await desk.press('M-o');
    expect(text()).toBe(SECOND.zh);
    await desk.press('M-o');
    expect(text()).toBe(FIRST.zh);
    await desk.press('C-z');
    expect(text()).toBe(SECOND.zh);
  });

  it('can be settled even by somebody who had signed one of the texts', async () => {
    const desk = await sitAtConflict();
    await desk.press('M-o', 'C-s');
    expect(desk.commits).toMatchObject([{ type: 'sign-off', zh: SECOND.zh, by: 'bo' }]);
    const unit = desk.article('fog').units[0];
    expect(unit).toMatchObject({ status: 'reviewed', pair: { zh: SECOND.zh } });
    expect(unit?.record).not.toHaveProperty('candidates');
  });

  it('is not settled from the list, where only one text shows', async () => {
    const desk = await sitAtConflict();
    await desk.press('space');
    await desk.press(' ');
    expect(desk.commits).toEqual([]);
    expect((await desk.rows()).join('\n')).toContain('Two texts were approved');
  });

  it('is open, and the filter knows it', async () => {
    const desk = await sitAtConflict();
    await desk.press('end', 'C-g');
    const session = desk.program.state().session;
    expect(session?.cursor.selected).toBe(0);
    expect(session?.counts.conflict).toBe(1);
  });
});

describe('a segment without candidates', () => {
  it('has no other text to switch to', async () => {
    const desk = await sitAtConflict();
    await desk.press('end', 'M-o');
    expect((await desk.rows()).join('\n')).toContain('only one text here');
  });
});
