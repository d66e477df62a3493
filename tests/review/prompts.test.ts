/** Lines that are typed: one that is refused stays, and none acts on another text than it was asked for. */
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/core/operations.ts';
import { article, type Desk, sitDown } from './desk.ts';

const SLUG = 'harbour';
const TEXT = `The port moved 1.2 million tonnes. Nobody slept.

The mayor agreed to the plan at https://example.org/plan today.
`;
const OTHER = TEXT.replace('1.2', '1.5');
const AT = '2024-04-01T08:00:00.000Z';

function draftFor(text: string): Operation[] {
  return article(SLUG, text).units.map(({ key, segment }) => {
    const draft = {
      origin: 'person',
      source: segment.text,
      text: '译文',
      at: AT,
      by: 'an',
    } as const;
    return { type: 'draft', key, at: AT, by: 'an', draft };
  });
}

const STARTS: readonly (readonly [string, readonly Operation[]])[] = [
  ['nobody has worked on', []],
  ['has a draft', draftFor(TEXT)],
];

async function sit(operations: readonly Operation[] = []): Promise<Desk> {
  const desk = await sitDown({ articles: [article(SLUG, TEXT, operations)], slug: SLUG });
  await desk.press('home');
  return desk;
}

function lineOf(desk: Desk): string | null {
  const { overlay } = desk.program.state();
  return overlay?.type === 'prompt' ? overlay.buffer.text : null;
}

async function screenText(desk: Desk): Promise<string> {
  return (await desk.rows()).join(' ').replaceAll(/\s+/g, ' ');
}

describe('a line that is refused stays, with what was typed and why', () => {
  it.each([
    ['a query', ['C-f'], 'bogus:x tariff', 'bogus'],
    ['a query that nothing fits', ['C-f'], 'zeppelin', 'zeppelin'],
    ['a number that there is not', ['M-g'], '99', '1'],
    ['no comment', ['f4'], '  ', 'Nothing'],
    ['no reason', ['M-z'], '  ', 'reason'],
    ['a source of two sentences', ['M-e', 'C-u'], 'It moved. It stood still.', 'become two'],
    ['a source without its text', ['M-e', 'C-u'], ' ', 'Nothing'],
    ['a word that is nowhere', ['M-r', 'x', 'enter'], 'y', 'in no target'],
  ])('%s', async (_, keys, typed, why) => {
    const desk = await sit();
    await desk.press(...keys);
    await desk.type(typed);
    await desk.press('enter');
    expect(lineOf(desk)).toContain(typed);
    expect(desk.program.state().notice?.tone).toBe('error');
    expect(await screenText(desk)).toContain(why);
    expect(desk.commits).toEqual([]);
    await desk.press('escape');
    expect(lineOf(desk)).toBeNull();
  });

  it('and is taken when it is mended', async () => {
    const desk = await sit();
    await desk.press('M-e', 'C-u');
    await desk.type('It moved. It stood still.');
    await desk.press('enter', 'C-u');
    await desk.type('It moved and stood still.');
    await desk.press('enter');
    expect(lineOf(desk)).toBeNull();
    expect(desk.article(SLUG).article.text).toContain('It moved and stood still. Nobody');
  });
});

describe.each(STARTS)('a correction of a sentence that %s', (_, operations) => {
  async function asked() {
    const desk = await sit(operations);
    await desk.press('M-e', 'C-u');
    await desk.type('The port handled 1.2 million tonnes.');
    await desk.onDisk(SLUG, article(SLUG, OTHER, operations));
    return desk;
  }

  it('does not take back what somebody else corrected meanwhile', async () => {
    const desk = await asked();
    await desk.press('enter');
    expect(desk.article(SLUG).article.text).toBe(OTHER);
    expect(lineOf(desk)).toBe('The port handled 1.2 million tonnes.');
    expect(await screenText(desk)).toContain('It reads: The port moved 1.5 million tonnes.');
  });

  it('is taken when it is meant, against the text that is shown', async () => {
    const desk = await asked();
    await desk.press('enter', 'enter');
    expect(desk.article(SLUG).article.text).toContain('The port handled 1.2 million');
  });

  it('asks again when the text changes once more', async () => {
    const desk = await asked();
    await desk.press('enter');
    await desk.onDisk(SLUG, article(SLUG, TEXT.replace('1.2', '1.7'), operations));
    await desk.press('enter');
    expect(desk.article(SLUG).article.text).toContain('1.7 million');
  });

  it('is asked for again when the article changed without the review knowing, and holds nothing up', async () => {
    const desk = await sit(operations);
    await desk.press('M-e', 'C-u');
    await desk.type('The port handled 1.2 million tonnes.');
    desk.hold();
    await desk.press('enter');
    await desk.onDisk(SLUG, article(SLUG, OTHER, operations));
    await desk.release();
    expect(desk.article(SLUG).article.text).toBe(OTHER);
    expect(lineOf(desk)).toBe('The port handled 1.2 million tonnes.');
    expect(await screenText(desk)).not.toContain('NOT SAVED');
    await desk.press('escape', 'down', 'enter');
    await desk.type('无人入睡。');
    await desk.press('C-s');
    expect(desk.article(SLUG).units[1]?.status).toBe('reviewed');
  });

  it('is taken at once when another sentence was changed', async () => {
    const desk = await sit(operations);
    await desk.press('M-e', 'C-u');
    await desk.type('The port handled 1.2 million tonnes.');
    await desk.onDisk(SLUG, article(SLUG, TEXT.replace('Nobody', 'No one'), operations));
    await desk.press('enter');
    expect(desk.article(SLUG).article.text).toContain('handled 1.2 million tonnes. No one');
  });
});

describe('a line about a segment that goes while it is typed', () => {
  it.each([
    ['a comment', 'f4'],
    ['a reason to leave it out', 'M-z'],
    ['a name', 'M-a'],
    ['a correction', 'M-e'],
  ])('%s: goes to no other segment', async (_, key) => {
    const desk = await sit(draftFor(TEXT));
    await desk.press(key);
    await desk.type('Words');
    await desk.onDisk(SLUG, article(SLUG, TEXT.replace(/^.*tonnes\. /, ''), draftFor(TEXT)));
    await desk.press('enter');
    expect(desk.commits).toEqual([]);
    expect(lineOf(desk)).toContain('Words');
    expect(await screenText(desk)).toContain('has gone');
  });
});
