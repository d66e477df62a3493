/** What a reviewer reaches for, one whole session after another. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { article, sitDown, type Desk, type DeskParts } from './desk.ts';

const TIDE = `---
title: 港口
---

The tide turned at 7. The tide turned at 9. Nobody slept in the harbour.

The mayor agreed to the plan.
`;
const OLD = `---
title: 旧闻
---

The tide turned at 8.

The mayor did not agree to the plan.
`;
const AT = '2024-04-01T08:00:00.000Z';

function signed(slug: string, text: string, targets: Readonly<Record<string, string>>) {
  const state = article(slug, text);
  const operations = state.units.flatMap(({ key, segment }): Operation[] => {
    const target = targets[segment.text];
    if (target === undefined) return [];
    const texts = { zh: target, en: segment.text };
    return [{ type: 'sign-off', key, at: AT, by: 'lin', source: 'en', ...texts }];
  });
  return article(slug, text, operations);
}

const OLD_PAIRS = signed('old', OLD, {
  'The tide turned at 8.': '潮水八点转向。',
  'The mayor did not agree to the plan.': '市长不同意该计划。',
});
const TERMS = 'zh,en\n潮水,tide\n市长,mayor\n';
const CEDICT =
  '# CC-CEDICT\n潮水 潮水 [chao2 shui3] /tide/\n同意 同意 [tong2 yi4] /to agree/to consent/\n';

function desk(parts: Partial<DeskParts> = {}): Promise<Desk> {
  const size = { columns: 120, rows: 40 };
  const articles = [article('tide', TIDE), OLD_PAIRS];
  return sitDown({ articles, slug: 'tide', size, terms: TERMS, dictionary: CEDICT, ...parts });
}

const textOf = (table: Desk) => table.program.state().session?.editor?.buffer.text;
const shownOf = (table: Desk) => table.program.state().session?.shown.length;
const selectedOf = (table: Desk) => {
  const session = table.program.state().session;
  return session?.shown[session.cursor.selected];
};
const said = async (table: Desk) => (await table.rows()).join('\n');

/** Goes to the segment whose text holds a part. */
async function goTo(table: Desk, part: string): Promise<void> {
  const units = table.article('tide').units;
  const index = units.findIndex(({ segment }) => segment.text.includes(part));
  await table.press('M-g');
  await table.type(String(index + 1));
  await table.press('enter');
}

describe('matches of the memory', () => {
  it('stand in the panel with what differs, a dangerous one marked, and are never filled in', async () => {
    const table = await desk();
    await goTo(table, 'at 7');
    const screen = await said(table);
    expect(screen).toContain('潮水八点转向。');
    expect(screen).toContain('differs in number');
    expect(textOf(table)).toBeUndefined();
    expect(table.commits).toEqual([]);
  });

  it('are put in by number, with a warning, and taken out by undo', async () => {
    const table = await desk();
    await goTo(table, 'at 7');
    await table.press('M-1');
    expect(textOf(table)).toBe('潮水八点转向。');
    expect(await said(table)).toContain('look closely');
    await table.press('C-z');
    expect(textOf(table)).toBe('');
  });

  it.each([['１'], ['1'], ['C-t']])('are chosen from their list by %s', async (key) => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('C-t', key);
    expect(textOf(table)).toBe('市长不同意该计划。');
  });

  it('are chosen from a list', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('C-t', 'enter');
    expect(textOf(table)).toBe('市长不同意该计划。');
    await table.press('escape', 'home', 'C-t');
    expect(await said(table)).toContain('The memory has nothing like this sentence.');
  });
});

describe('terms', () => {
  it('are put in at the caret', async () => {
    const table = await desk();
    await goTo(table, 'at 7');
    await table.press('enter');
    await table.type('今天');
    await table.press('C-l', 'enter');
    expect(textOf(table)).toBe('今天潮水');
  });
});

describe('the concordance', () => {
  it('finds both sides, in any script and width, and puts the chosen text in', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('f3');
    await table.type('不同意該');
    expect(await said(table)).toContain('市长不同意该计划。');
    await table.press('enter');
    expect(textOf(table)).toBe('市长不同意该计划。');
  });

  it('begins with the word at the caret', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('enter');
    await table.type('市长');
    await table.press('S-f3');
    expect(await said(table)).toContain('市长不同意该计划。');
    await table.press('escape');
    expect(textOf(table)).toBe('市长');
  });
});

describe('the dictionary', () => {
  it('says what the word at the caret means, and where that is from', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('enter');
    await table.type('同意');
    await table.press('M-d');
    const screen = await said(table);
    expect(screen).toContain('tóng yì');
    expect(screen).toContain('to consent');
    expect(screen).toContain('CC BY-SA 4.0');
  });

  it('that is not there is said in a sentence', async () => {
    const { dictionary: _, ...parts } = { articles: [article('tide', TIDE)], dictionary: '' };
    const table = await sitDown({ ...parts, slug: 'tide' });
    await table.press('enter');
    await table.type('同意');
    await table.press('M-d');
    expect(await said(table)).toContain('No dictionary');
  });
});

describe('search and filters', () => {
  it.each([
    ['tide', 2],
    ['status:untranslated en:mayor', 1],
    ['-tide', 3],
    ['/turned at [79]/', 2],
    ['is:open', 5],
  ])('%s shows %i', async (query, count) => {
    const table = await desk();
    await table.press('C-f');
    await table.type(query);
    await table.press('enter');
    expect(shownOf(table)).toBe(count);
    await table.press('C-f', 'C-a', 'C-k', 'enter');
    expect(shownOf(table)).toBe(table.article('tide').units.length);
  });

  it('says that no segment fits, and shows what it showed before', async () => {
    const table = await desk();
    await table.press('C-f');
    await table.type('潮水');
    await table.press('enter');
    expect(await said(table)).toContain('No segment fits');
    expect(shownOf(table)).toBe(table.article('tide').units.length);
  });

  it('says what is wrong with a query', async () => {
    const table = await desk();
    await table.press('C-f');
    await table.type('/([/');
    await table.press('enter');
    expect(shownOf(table)).toBe(table.article('tide').units.length);
    expect(table.program.state().notice?.tone).toBe('error');
  });

  it('goes with a full-width colon and number typed with an input method on', async () => {
    const table = await desk();
    await table.press('f2');
    await table.type('：３');
    await table.press('enter');
    expect(selectedOf(table)).toBe(2);
  });
});

describe('the palette', () => {
  it('finds a command by a part of its name and runs it', async () => {
    const table = await desk();
    await table.press('f2');
    await table.type('copy sou');
    await table.press('enter');
    expect(textOf(table)).toBe(table.article('tide').units[selectedOf(table) ?? 0]?.segment.text);
  });

  it('is left with Esc, nothing done', async () => {
    const table = await desk();
    await table.press('f2');
    await table.type('quit');
    await table.press('escape');
    expect(table.quits()).toBe(0);
    expect(table.program.state().overlay).toBeNull();
  });
});

describe('comments, reasons, names', () => {
  it('a comment is kept, shown, settled and opened again', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('f4');
    await table.type('同意吗？问编辑');
    await table.press('enter');
    const key = table.article('tide').units[selectedOf(table) ?? 0]?.key ?? '';
    expect(table.article('tide').records.get(key)?.notes).toMatchObject([
      { by: 'mei', text: '同意吗？问编辑' },
    ]);
    await table.press('M-n');
    expect(await said(table)).toContain('同意吗？问编辑');
    await table.press('enter', 'M-n');
    expect(await said(table)).toContain('settled');
  });

  it('a comment written while editing loses nothing of what is typed', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('enter');
    await table.type('市长同意');
    await table.press('f4');
    await table.type('看一下');
    await table.press('enter');
    expect(textOf(table)).toBe('市长同意');
    await table.press('escape');
    const unit = table.article('tide').units[selectedOf(table) ?? 0];
    expect(unit?.draft?.text).toBe('市长同意');
    expect(unit?.record?.notes).toHaveLength(1);
  });

  it('a segment is left out only with a reason, and taken in again', async () => {
    const table = await desk();
    await goTo(table, 'Nobody');
    await table.press('M-z', 'enter');
    expect(await said(table)).toContain('only with a reason');
    await table.press('M-z');
    await table.type('只对本地读者');
    await table.press('enter');
    const status = () => table.article('tide').units[selectedOf(table) ?? 0]?.status;
    expect(status()).toBe('omitted');
    await table.press('M-i');
    expect(status()).toBe('untranslated');
  });

  it('a segment is assigned, and found by that', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('M-a');
    await table.type('lin');
    await table.press('enter', 'C-f');
    await table.type('assigned:lin');
    await table.press('enter');
    expect(shownOf(table)).toBe(1);
  });

  it('a correction of the source is written into the article', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('M-e');
    await table.press('C-a', 'C-k');
    await table.type('The mayor agreed to both plans.');
    await table.press('enter');
    expect(table.article('tide').article.text).toContain('The mayor agreed to both plans.');
    expect(table.article('tide').article.text).not.toContain('agreed to the plan');
  });
});

describe('replacing', () => {
  it('is looked at first, makes drafts and no approvals, and is taken back as one', async () => {
    const pairs = signed('tide', TIDE, {
      'The tide turned at 7.': '潮水七点转向。',
      'The tide turned at 9.': '潮水九点转向。',
    });
    const table = await desk({ articles: [pairs] });
    await table.press('M-r');
    await table.type('转向');
    await table.press('enter');
    await table.type('转流');
    await table.press('enter');
    expect(await said(table)).toContain('潮水七点转流。');
    await table.press('enter');
    const drafts = () => table.article('tide').units.flatMap(({ record }) => record?.drafts ?? []);
    expect(drafts().map(({ text }) => text)).toEqual(['潮水七点转流。', '潮水九点转流。']);
    expect(table.commits.map(({ type }) => type)).toEqual(['draft', 'draft']);
  });

  it('says when there is nothing to replace', async () => {
    const table = await desk();
    await table.press('M-r');
    await table.type('zzz');
    await table.press('enter', 'enter');
    expect(await said(table)).toContain('Found in no target');
  });
});

describe('history and undo', () => {
  it('shows all that happened to a segment, with what changed', async () => {
    const table = await desk({ articles: [OLD_PAIRS], slug: 'old' });
    await table.press('M-g');
    await table.type('2');
    await table.press('enter', 'enter', 'C-a', 'C-k');
    await table.type('潮水八点掉头。');
    await table.press('C-s', 'escape', 'M-h');
    const screen = await said(table);
    expect(screen).toMatch(/signed off, mei/);
    expect(screen).toMatch(/\[-转向-\]\{\+掉头\+\}|掉头/);
    expect(screen).toMatch(/signed off, lin/);
  });

  it('takes back what was done last, one thing after the other, in whatever segment', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('enter');
    await table.type('市长同意该计划。');
    await table.press('C-s', 'escape');
    await goTo(table, 'Nobody');
    await table.press('M-z');
    await table.type('本地');
    await table.press('enter', 'home', 'C-z');
    const statusOf = (part: string) =>
      table.article('tide').units.find(({ segment }) => segment.text.includes(part))?.status;
    expect(statusOf('Nobody')).toBe('untranslated');
    expect(statusOf('agreed')).toBe('reviewed');
    await table.press('home', 'C-z');
    expect(statusOf('agreed')).not.toBe('reviewed');
    await table.press('C-z');
    expect(table.program.state().notice?.tone).toBe('error');
    await table.press('C-y', 'C-y');
    expect(statusOf('agreed')).toBe('reviewed');
    expect(statusOf('Nobody')).toBe('omitted');
  });
});

describe('findings', () => {
  it('are walked by one key, and mended by one where that is safe', async () => {
    const state = article('bold', '---\ntitle: T\n---\n\nThe **tide** turned.\n\nNobody slept.\n');
    const key = state.units[1]?.key ?? '';
    const text = '潮水转向了\u200b。';
    const source = state.units[1]?.segment.text ?? '';
    const draft = { origin: 'person', source, text, at: AT, by: 'lin' } as const;
    const drafted = article('bold', state.article.text, [
      { type: 'draft', key, at: AT, by: 'lin', draft },
    ]);
    const table = await sitDown({
      articles: [drafted],
      slug: 'bold',
      size: { columns: 120, rows: 40 },
    });
    await table.press('end', 'f8');
    expect(selectedOf(table)).toBe(1);
    expect(table.program.state().session?.panel).toBe('findings');
    await table.press('M-f8');
    expect(textOf(table)).toBe('潮水转向了\u200b。<1></1>');
    await table.press('f8', 'M-f8');
    expect(textOf(table)).toBe('潮水转向了。<1></1>');
    await table.press('M-f8');
    expect(await said(table)).toContain('No finding here offers a fix.');
  });
});

describe("an editor of one's own", () => {
  it('gets the segment, and what comes back is one edit', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('C-o');
    expect(table.jobs.at(-1)).toMatchObject({
      type: 'external-edit',
      source: 'The mayor agreed to the plan.',
    });
    const key = table.article('tide').units[selectedOf(table) ?? 0]?.key ?? '';
    await table.tell({ type: 'external-edited', key, text: '市长同意。', at: AT });
    expect(textOf(table)).toBe('市长同意。');
    await table.press('C-z');
    expect(textOf(table)).toBe('');
  });
});

describe('undo', () => {
  it('of a correction goes on to what was done before it, and never back and forth', async () => {
    const table = await desk();
    await goTo(table, 'Nobody');
    await table.press('M-z');
    await table.type('本地');
    await table.press('enter');
    await goTo(table, 'agreed');
    await table.press('M-e', 'C-a', 'C-k');
    await table.type('The mayor agreed to both plans.');
    await table.press('enter', 'C-z');
    expect(table.article('tide').article.text).toBe(TIDE);
    await table.press('C-z');
    const nobody = () =>
      table.article('tide').units.find(({ segment }) => segment.text.includes('Nobody'))?.status;
    expect(nobody()).toBe('untranslated');
    expect(table.article('tide').article.text).toBe(TIDE);
    await table.press('C-y', 'C-y');
    expect(nobody()).toBe('omitted');
    expect(table.article('tide').article.text).toContain('both plans');
  });

  it('of a replacement brings the texts back', async () => {
    const pairs = signed('tide', TIDE, { 'The tide turned at 7.': '潮水七点转向。' });
    const table = await desk({ articles: [pairs] });
    await table.press('M-r');
    await table.type('转向');
    await table.press('enter');
    await table.type('转流');
    await table.press('enter', 'enter');
    const unit = () =>
      table.article('tide').units.find(({ segment }) => segment.text.includes('at 7'));
    expect(unit()?.record?.drafts).toHaveLength(1);
    await table.press('home', 'C-g');
    expect(selectedOf(table)).toBe(unit()?.index);
    await table.press('C-z');
    expect(unit()?.record?.drafts).toHaveLength(0);
    expect(unit()?.status).toBe('reviewed');
  });

  it('of "keep theirs" brings one\'s own text back', async () => {
    const pairs = signed('tide', TIDE, { 'The tide turned at 7.': '潮水七点转向。' });
    const table = await desk({ articles: [pairs] });
    await goTo(table, 'at 7');
    await table.press('enter', 'end');
    await table.type('啊');
    await table.press('escape', 'M-k', 'C-z');
    const unit = table.article('tide').units.find(({ segment }) => segment.text.includes('at 7'));
    expect(unit?.record?.drafts.map(({ text }) => text)).toEqual(['潮水七点转向。啊']);
  });
});

describe('a key of the list', () => {
  it('pressed while editing says how to get there', async () => {
    const table = await desk();
    await goTo(table, 'agreed');
    await table.press('enter', 'M-h');
    expect(await said(table)).toContain('press Esc first');
  });
});
