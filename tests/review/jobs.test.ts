/** Translating, checking and publishing from the list of articles. */
import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/review/event.ts';
import { article, RIVER, sitDown } from './desk.ts';

const ARTICLES = [article('boats', RIVER), article('river-rises', RIVER)];

const SIZE = { columns: 80, rows: 24 };

const sit = () => sitDown({ articles: ARTICLES, size: SIZE });

const ASKS: Event = { type: 'job-question', text: 'Send 1,204 characters to deepl?' };
const DONE: Event = { type: 'job-done', exitCode: 0, lines: ['12 drafted.', '', 'All is well.'] };

async function text(desk: Awaited<ReturnType<typeof sitDown>>): Promise<string> {
  return (await desk.rows()).join('\n');
}

describe('a job', () => {
  it.each([
    ['f5', { type: 'job', job: 'translate', slugs: ['river-rises'] }],
    ['S-f5', { type: 'job', job: 'translate', slugs: [] }],
    ['c', { type: 'job', job: 'check', slugs: ['river-rises'] }],
    ['S-f6', { type: 'job', job: 'check', slugs: [] }],
    // A site is published as a whole.
    ['f7', { type: 'job', job: 'publish', slugs: [] }],
  ])('is started by %s', async (key, effect) => {
    const desk = await sit();
    await desk.press('down', key);
    expect(desk.jobs).toEqual([effect]);
    expect(await text(desk)).toContain('under way');
  });

  it('is not started while another one runs', async () => {
    const desk = await sit();
    await desk.press('f5', 'f6');
    expect(desk.jobs).toHaveLength(1);
    expect(await text(desk)).toContain('“Translate” is under way');
  });

  it('shows how far it is, and what it tells', async () => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell(
      { type: 'job-note', text: 'Left at deepl: 400,000' },
      { type: 'job-progress', text: 'boats', done: 3, total: 12 },
    );
    const shown = await text(desk);
    expect(shown).toContain('Left at deepl: 400,000');
    expect(shown).toMatch(/████░+ 25% 3\/12 {2}boats/);
  });

  it('is in the header of an article that is reviewed meanwhile, and says there when it ends', async () => {
    const desk = await sit();
    await desk.press('f5', 'enter');
    await desk.tell({ type: 'job-progress', text: '', done: 3, total: 12 });
    expect((await desk.rows())[0]).toContain('Translate 3/12');
    await desk.tell(DONE);
    expect((await desk.rows())[0]).not.toContain('Translate');
    expect(await text(desk)).toContain('“Translate” has ended');
  });

  it('leaves its result below the articles, all of it in a page, until it is put away', async () => {
    const desk = await sit();
    await desk.press('f6');
    await desk.tell({
      type: 'job-done',
      exitCode: 1,
      lines: ['first', 'second', 'third', 'fourth', 'last'],
    });
    const below = await text(desk);
    expect(below).toContain('(exit code 1)');
    expect(below).toContain('last');
    expect(below).not.toContain('first');
    await desk.press('f8');
    expect(await text(desk)).toContain('first');
    await desk.press('escape', 'C-x');
    expect(await text(desk)).not.toContain('last');
  });

  it('that breaks off says why', async () => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell({ type: 'job-failed', reason: 'mei is drafting in this workspace.' });
    const shown = await text(desk);
    expect(shown).toContain('stopped by an error');
    expect(shown).toContain('mei is drafting in this workspace.');
  });

  it('cannot act on the terminal by what it says', async () => {
    const desk = await sit();
    await desk.press('f6');
    await desk.tell(
      { type: 'job-note', text: '\u001b[2Jnote' },
      { type: 'job-progress', text: '\u001b[31mslug', done: 1, total: 2 },
    );
    expect(await text(desk)).not.toContain('\u001b');
    await desk.tell({ type: 'job-done', exitCode: 1, lines: ['\u001b[2Jline'] });
    await desk.press('f8');
    expect(await text(desk)).not.toContain('\u001b');
  });
});

describe('a question about money', () => {
  it.each([
    [['enter'], false],
    [['escape'], false],
    [['down', 'enter'], true],
  ] as const)('is answered by %j with %j', async (keys, yes) => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell(ASKS);
    expect(await text(desk)).toContain('Send 1,204 characters to deepl?');
    await desk.press(...keys);
    expect(desk.jobs.slice(1)).toEqual([{ type: 'answer-job', yes }]);
    expect(await text(desk)).not.toContain('Send 1,204');
  });

  it('never takes a key while text is typed: it waits in the list of articles', async () => {
    const desk = await sit();
    await desk.press('f5', 'enter', 'enter');
    await desk.tell(ASKS);
    await desk.type('yes');
    await desk.press('down', 'enter');
    expect(desk.jobs).toHaveLength(1);
    expect((await desk.rows())[0]).toContain('Translate asks');
    await desk.press('escape', 'escape');
    expect(await text(desk)).toContain('> No');
  });

  it('waits until the help is closed', async () => {
    const desk = await sit();
    await desk.press('f5', 'f1');
    await desk.tell(ASKS);
    expect(await text(desk)).not.toContain('Send 1,204');
    await desk.press('escape');
    expect(await text(desk)).toContain('Send 1,204');
  });

  it('goes when the job ends or is stopped', async () => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell(ASKS, { type: 'job-failed', reason: 'gone' });
    await desk.press('enter');
    expect(desk.jobs).toHaveLength(1);
    expect(desk.program.state().session?.slug ?? desk.program.state().opening).toBe('boats');
  });
});

describe('stopping', () => {
  it('asks the job once, and keeps its result', async () => {
    const desk = await sit();
    await desk.press('f5', 'C-x', 'C-x');
    expect(desk.jobs.slice(1)).toEqual([{ type: 'cancel-job' }]);
    expect(await text(desk)).toContain('stopping');
    await desk.tell(DONE);
    expect(await text(desk)).toContain('All is well.');
  });

  it.each([
    ['C-q', 'C-q'],
    ['q', 'q'],
    ['C-c', 'C-c'],
    ['C-c', 'C-q'],
  ])('%s asks before it quits, %s then stops the job and quits', async (first, second) => {
    const desk = await sit();
    await desk.press('f5', first);
    expect(desk.quits()).toBe(0);
    expect(await text(desk)).toContain('A job is under way');
    await desk.press(second);
    expect(desk.jobs.at(-1)).toEqual({ type: 'cancel-job' });
    expect(desk.quits()).toBe(1);
  });

  it('asks again when something else came between', async () => {
    const desk = await sit();
    await desk.press('f5', 'C-q', 'down', 'C-q');
    expect(desk.quits()).toBe(0);
  });

  it('keeps what is being typed when quitting stops a job', async () => {
    const desk = await sit();
    await desk.press('f5', 'enter', 'enter');
    await desk.type('half a sen');
    await desk.press('C-q', 'C-q');
    expect(desk.quits()).toBe(1);
    expect(desk.commits.at(-1)).toMatchObject({ type: 'draft', draft: { text: 'half a sen' } });
    expect(desk.jobs.at(-1)).toEqual({ type: 'cancel-job' });
  });

  it('needs no question when the process is told to end', async () => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell({ type: 'terminate', at: '2024-05-01T10:00:00.000Z' });
    expect(desk.jobs.at(-1)).toEqual({ type: 'cancel-job' });
    expect(desk.quits()).toBe(1);
  });

  it('quits at once when nothing runs', async () => {
    const desk = await sit();
    await desk.press('f5');
    await desk.tell(DONE);
    await desk.press('C-q');
    expect(desk.quits()).toBe(1);
  });
});
