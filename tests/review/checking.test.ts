/** The open article is checked by and by: what is asked, what waits, what follows the typing. */
import { describe, expect, it } from 'vitest';
import { type CheckSetting, DEFAULT_SETTING } from '../../src/checks/setting.ts';
import { countsOf, isComplete } from '../../src/review/findings.ts';
import { typedFindings } from '../../src/review/typed-findings.ts';
import type { Operation } from '../../src/core/operations.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { article, type Desk, sitDown } from './desk.ts';

const AT = '2024-04-01T08:00:00.000Z';
const COUNT = 60;

/** Segments that lead to an address each; the targets of these lead elsewhere. */
function shelf(wrong: readonly number[]): ArticleState {
  const text = Array.from(
    { length: COUNT },
    (_, at) => `The tide table ${at + 1} is at https://example.org/${at + 1} today.`,
  ).join('\n\n');
  const empty = article('shelf', `${text}\n`);
  const operations = empty.units.map(({ key, segment }, at): Operation => {
    const address = `https://example.org/${at + 1}`;
    const target = wrong.includes(at) ? 'https://example.org/elsewhere' : address;
    const pair = { zh: `潮汐表${at + 1}今天见<1>${target}</1>。`, en: segment.text };
    return { type: 'sign-off', key, at: AT, by: 'an', source: 'en', ...pair, seen: null };
  });
  return article('shelf', `${text}\n`, operations);
}

async function sit(wrong: readonly number[]): Promise<Desk> {
  const desk = await sitDown({ articles: [shelf(wrong)], size: { columns: 100, rows: 30 } });
  desk.holdChecks();
  await desk.press('enter', 'home');
  return desk;
}

function sessionOf(desk: Desk) {
  const { session } = desk.program.state();
  if (session === null) throw new Error('no session');
  return session;
}

function selected(desk: Desk): number {
  const { shown, cursor } = sessionOf(desk);
  return shown[cursor.selected] ?? -1;
}

const said = (desk: Desk): string | undefined => desk.program.state().notice?.key;

describe('checking', () => {
  it('opens the article before anything is checked, and looks at what is in view first', async () => {
    const desk = await sit([0, 59]);
    expect(sessionOf(desk).found.open.size).toBe(COUNT);
    await desk.press('end');
    await desk.check(20);
    const { open } = sessionOf(desk).found;
    expect(open.has(59)).toBe(false);
    expect(open.has(30)).toBe(true);
    await desk.check();
    expect(isComplete(sessionOf(desk).found)).toBe(true);
    expect(countsOf(sessionOf(desk).found).errors).toBe(4);
  });

  it('looks again only at what has changed', async () => {
    const desk = await sit([3]);
    await desk.check();
    await desk.press('end', 'enter', 'C-end', 'backspace');
    await desk.press('C-s');
    expect([...sessionOf(desk).found.open]).toEqual([59]);
    await desk.check();
    expect(isComplete(sessionOf(desk).found)).toBe(true);
  });
});

describe('the next finding', () => {
  it('waits for what has not been looked at, and goes there by itself', async () => {
    const desk = await sit([40]);
    await desk.press('f8');
    expect(said(desk)).toBe('review.notice.checking');
    expect(selected(desk)).toBe(0);
    await desk.check(30);
    expect(selected(desk)).toBe(0);
    await desk.check();
    expect(selected(desk)).toBe(40);
    expect(sessionOf(desk).panel).toBe('findings');
  });

  it('is looked for backwards from the end', async () => {
    const desk = await sit([50]);
    await desk.press('S-f8');
    await desk.check(40);
    expect(selected(desk)).toBe(50);
  });

  it('is forgotten when another key is pressed meanwhile', async () => {
    const desk = await sit([40]);
    await desk.press('f8', 'down');
    await desk.check();
    expect(selected(desk)).toBe(1);
  });

  it('is none once all is looked at', async () => {
    const desk = await sit([]);
    await desk.press('f8');
    await desk.check();
    expect(said(desk)).toBe('review.notice.noFindings');
  });

  it('walks the findings of a segment, then goes on to the next, and back', async () => {
    const desk = await sit([7, 9]);
    await desk.check();
    const places: string[] = [];
    for (const key of ['f8', 'f8', 'f8', 'f8', 'S-f8', 'S-f8', 'S-f8']) {
      await desk.press(key);
      places.push(`${selected(desk)}.${sessionOf(desk).chosen.at}`);
    }
    expect(places).toEqual(['7.0', '7.1', '9.0', '9.1', '9.0', '7.1', '7.0']);
  });
});

describe('a filter by findings', () => {
  it.each(['has:finding', 'has:error', 'finding:url'])(
    '%s fills while they are found',
    async (query) => {
      const desk = await sit([20, 55]);
      await desk.press('C-f');
      await desk.type(query);
      await desk.press('enter');
      expect(said(desk)).toBe('review.notice.checking');
      await desk.check(40);
      expect(sessionOf(desk).shown).toEqual([20]);
      await desk.check();
      expect(sessionOf(desk).shown).toEqual([20, 55]);
      expect(said(desk)).toBe('review.notice.filtered');
    },
  );

  it('says in the end that nothing fits, and shows all', async () => {
    const desk = await sit([]);
    await desk.press('C-f');
    await desk.type('has:warning');
    await desk.press('enter');
    await desk.check();
    expect(said(desk)).toBe('review.refuse.noneFits');
    expect(sessionOf(desk)).toMatchObject({ query: null });
    expect(sessionOf(desk).shown).toHaveLength(COUNT);
  });
});

describe('as it is typed', () => {
  function found(desk: Desk): readonly string[] {
    const session = sessionOf(desk);
    const unit = session.article.units[selected(desk)];
    return unit === undefined ? [] : typedFindings(session, unit).map(({ check }) => check);
  }

  it('the segment is checked, whatever else is still to be looked at', async () => {
    const desk = await sit([]);
    expect(found(desk)).toEqual([]);
    await desk.press('enter', 'C-end', ...Array.from({ length: 5 }, () => 'left'));
    await desk.type('9');
    expect(found(desk)).toEqual(['url', 'url']);
    await desk.press('backspace');
    expect(found(desk)).toEqual([]);
    await desk.type('\u200b');
    expect(found(desk)).toEqual(expect.arrayContaining(['invisible']));
  });

  it('a very long one is checked when it has been kept', async () => {
    const desk = await sit([]);
    await desk.press('enter', 'C-end');
    await desk.paste('潮'.repeat(9000));
    await desk.type('https://example.org/x');
    expect(found(desk)).toEqual([]);
    await desk.press('C-s');
    await desk.check();
    expect(found(desk)).toContain('url');
  });
});

describe('another setting', () => {
  it('is what the open article is checked by from now on', async () => {
    const desk = await sit([0, 20]);
    await desk.check();
    expect(countsOf(sessionOf(desk).found).errors).toBe(4);
    const checks: CheckSetting = {
      ...DEFAULT_SETTING,
      levelOf: (id) => (id === 'url' ? 'warning' : 'off'),
    };
    await desk.tell({ type: 'setting', checks });
    expect(sessionOf(desk).found.open.size).toBe(COUNT);
    await desk.check();
    expect(countsOf(sessionOf(desk).found)).toEqual({ errors: 0, warnings: 4 });
    await desk.press('home');
    expect((await desk.rows()).join('\n')).toContain('W2');
  });
});
