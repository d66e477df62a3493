/** Caps, questions, terms, second opinions: what a newsroom decides before money is spent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secondOpinion } from '../../src/core/second-opinion/second-opinion.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Engine } from '../../src/core/ports.ts';
import { articleOf, drafted, unitWith } from '../core/drafting/articles.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import {
  ALL_CHARACTERS,
  bothArticles,
  deeplOn,
  FakeWorkspace,
  translate,
  translateInWords,
  type Setting,
} from './translate-setting.ts';

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());

const setting = (change: Partial<Setting> = {}): Setting => ({
  engine: deeplOn(fake),
  ...change,
});
const texts = () =>
  fake.requests.filter(({ path }) => path === '/v2/translate').flatMap((request) => request.texts);

describe('a cap of the budget', () => {
  it.each(['run', 'day', 'month'] as const)(
    'for a %s stops the run with exit 4 and the command to go on',
    async (cap) => {
      const workspace = bothArticles();
      const config = { budget: { [cap]: 50 } };
      const { output, exitCode } = await translateInWords(workspace, setting({ config }));
      expect(exitCode).toBe(4);
      expect(fake.usage).toBeGreaterThan(0);
      expect(fake.usage).toBeLessThanOrEqual(50);
      expect(output).toMatch(/cap.*50 characters/);
      expect(output).toMatch(/To go on: duizhao translate --yes\n$/);
      const again = await translate(workspace, setting({ config: { budget: { [cap]: 500 } } }));
      expect(again).toMatchObject({ exitCode: 0 });
      expect(fake.usage).toBe(ALL_CHARACTERS);
    },
  );

  it('for a day counts what other runs have spent', async () => {
    const workspace = bothArticles();
    const config = { budget: { day: ALL_CHARACTERS } };
    await translate(workspace, setting({ config }), { slugs: ['harbour'] });
    const spent = fake.usage;
    workspace.states.set(
      'news',
      articleOf('news', 'A story is here now.\n\nIt does not fit any more.\n'),
    );
    const report = await translate(workspace, setting({ config }), { slugs: ['news'] });
    expect(report).toMatchObject({ sent: 1, exitCode: 4, skipped: { budget: 1 } });
    expect(fake.usage).toBeLessThanOrEqual(ALL_CHARACTERS);
    expect(fake.usage).toBeGreaterThan(spent);
  });

  it('is shown by --dry-run with what is left of it', async () => {
    const config = { budget: { month: 1200 } };
    const { output } = await translateInWords(bothArticles(), setting({ config }), {
      dryRun: true,
    });
    expect(output).toContain('Cap (a month): 1,200 characters, 1,200 left');
  });
});

describe('the question before money is spent', () => {
  it('is asked on a terminal, with the amount, and a no sends nothing', async () => {
    const notes: string[] = [];
    const workspace = bothArticles();
    const config = { pricePerMillion: { deepl: 20 } };
    const change = { terminal: true, answer: false, notes, config };
    const { output, exitCode } = await translateInWords(workspace, setting(change), { yes: false });
    expect(notes.join('\n')).toContain(`Send ${ALL_CHARACTERS} characters to deepl, about 0.0019?`);
    expect(notes.join('\n')).toMatch(/Left at deepl: 500,000 of 500,000 characters/);
    expect(output).toMatch(/^Reused: 0/);
    expect(output).toContain('Nothing was sent.');
    expect(exitCode).toBe(0);
    expect(texts()).toEqual([]);
  });

  it('answered with yes goes on', async () => {
    const change = { terminal: true, answer: true };
    const { exitCode } = await translateInWords(bothArticles(), setting(change), { yes: false });
    expect(exitCode).toBe(0);
    expect(fake.usage).toBe(ALL_CHARACTERS);
  });

  it('cannot be asked without a terminal: the sentence says what to do', async () => {
    const run = translateInWords(bothArticles(), setting(), { yes: false });
    await expect(run).rejects.toThrow(/--yes/);
    expect(texts()).toEqual([]);
  });

  it('is not asked where nothing is charged', async () => {
    const free: Engine = { ...deeplOn(fake), free: true };
    const { exitCode } = await translateInWords(bothArticles(), setting({ engine: free }), {
      yes: false,
    });
    expect(exitCode).toBe(0);
  });
});

describe('the term base', () => {
  const TERMS = 'zh,en,keep\n轮渡,ferry,\n,Kindle,yes\n';

  it('is a glossary at DeepL before the first request', async () => {
    const workspace = new FakeWorkspace(articleOf('a', '轮渡开了。\n'));
    workspace.termBase = TERMS;
    await translate(workspace, setting());
    expect([...fake.glossaries.values()].map(({ name }) => name)).toHaveLength(1);
    expect(workspace.drafts('a')['轮渡开了。']).toMatch(/ferry/i);
    const { engine } = unitWith(workspace.state('a'), '轮渡').draft ?? {};
    expect(engine?.glossary).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps what is not to be translated as it is', async () => {
    const workspace = new FakeWorkspace(articleOf('a', 'She read it on her Kindle at night.\n'));
    workspace.termBase = TERMS;
    await translate(workspace, setting());
    expect(texts()).toEqual(['She read it on her <x id="10000">Kindle</x> at night.']);
    const [text] = Object.values(workspace.drafts('a'));
    expect(text).toContain('Kindle');
  });

  it('pays again only for sentences that a new term stands in', async () => {
    const workspace = new FakeWorkspace(articleOf('a', '轮渡一早就开了。\n\n码头上人很多。\n'));
    workspace.termBase = TERMS;
    await translate(workspace, setting());
    workspace.states.set('b', articleOf('b', '码头上人很多。轮渡一早就开了。\n'));
    workspace.termBase = `${TERMS}码头,pier,\n`;
    const report = await translate(workspace, setting(), { slugs: ['b'] });
    expect(report).toMatchObject({ sent: 1, reused: { kept: 1 } });
    expect(texts().at(-1)).toBe('码头上人很多。');
  });

  it('marks a draft that does not hold to it', async () => {
    const workspace = new FakeWorkspace(articleOf('a', '轮渡开了。\n'));
    workspace.termBase = TERMS;
    const config = { deepl: { glossary: false } };
    const deaf: Engine = { ...deeplOn(fake), takesTerms: 'never' };
    const { prepare: _, ...engine } = deaf;
    const report = await translate(workspace, setting({ config, engine }));
    expect(report.doubtful).toMatchObject([
      { slug: 'a', doubts: expect.arrayContaining(['terms']) },
    ]);
  });

  describe('with slips of the pen', () => {
    const SLIPS = 'zh,en,pos\n轮渡,ferry,wrong\n码头,pier,noun\n港,,\n';
    const broken = () => {
      const workspace = new FakeWorkspace(articleOf('a', '轮渡开了。\n'));
      workspace.termBase = SLIPS;
      return workspace;
    };

    it('sends nothing that would be charged, and names every row', async () => {
      const workspace = broken();
      const failed = translate(workspace, setting());
      await expect(failed).rejects.toMatchObject({ exitCode: 2 });
      await expect(failed).rejects.toThrow(
        /nothing is sent.*\nlocales\/terms\.csv:2: .*\nlocales\/terms\.csv:4: .*without an English form/,
      );
      expect(fake.requests).toEqual([]);
      expect(workspace.log).toEqual([]);
    });

    it.each<[string, () => Partial<Setting>, object]>([
      ['in a dry run', () => ({}), { dryRun: true }],
      ['where nothing is charged', () => ({ engine: { ...deeplOn(fake), free: true } }), {}],
      ['without an engine', () => ({ engine: { missing: 'Set a key.' } }), {}],
    ])('goes on %s, and says them', async (_, change, flags) => {
      const notes: string[] = [];
      const all = setting({ ...change(), notes });
      expect((await translateInWords(broken(), all, flags)).exitCode).toBe(0);
      expect(notes.join('\n')).toMatch(/locales\/terms\.csv:2: [^]*locales\/terms\.csv:4: /);
    });

    it('counts a file that is no UTF-8 among them', async () => {
      const workspace = broken();
      workspace.terms = () => Promise.reject(new UserError('locales/terms.csv is not UTF-8.'));
      await expect(translate(workspace, setting())).rejects.toThrow(/nothing is sent[^]*not UTF-8/);
      const notes: string[] = [];
      await translateInWords(workspace, setting({ notes }), { dryRun: true });
      expect(notes.join()).toContain('not UTF-8');
    });
  });

  it('names the term that no engine gets, and its line', async () => {
    const notes: string[] = [];
    const workspace = new FakeWorkspace(articleOf('a', '轮渡开了。\n'));
    workspace.termBase = 'zh,en,enForbidden\n,Beijing,Peking\n';
    await translate(workspace, setting({ notes }));
    expect(notes.join('\n')).toContain(
      'Not in the glossary: Beijing (locales/terms.csv:2). "Beijing" has no Chinese form.',
    );
  });

  describe('that has got a term since', () => {
    /** A draft of before the term, which it does not hold to. */
    async function behind() {
      const workspace = new FakeWorkspace(articleOf('a', '轮渡一早就开了。\n\n码头上人很多。\n'));
      await translate(workspace, setting());
      workspace.termBase = 'zh,en\n轮渡,water taxi\n';
      return workspace;
    }
    const REDO = { flags: { redoTerms: true } };

    it('says how many drafts lack one, and what to do', async () => {
      const workspace = await behind();
      const paid = fake.usage;
      const { output } = await translateInWords(workspace, setting());
      expect(output).toMatch(/lack a term.*: 1\. .*--redo-terms/);
      expect(await translate(workspace, setting())).toMatchObject({ lackingTerms: 1, sent: 0 });
      expect(fake.usage).toBe(paid);
    });

    it('has them drafted anew when asked to, once', async () => {
      const workspace = await behind();
      const report = await translate(workspace, setting(), REDO);
      expect(report).toMatchObject({ lackingTerms: 0, sent: 1, skipped: { drafted: 1 } });
      expect(workspace.drafts('a')['轮渡一早就开了。']).toMatch(/water taxi/i);
      const paid = fake.usage;
      expect(await translate(workspace, setting(), REDO)).toMatchObject({ sent: 0, requests: 0 });
      expect(fake.usage).toBe(paid);
    });

    it('pays once, even when the engine does not take the term', async () => {
      const workspace = await behind();
      const { prepare: _, ...engine } = deeplOn(fake);
      expect(await translate(workspace, setting({ engine }), REDO)).toMatchObject({ sent: 1 });
      const report = await translate(workspace, setting({ engine }), REDO);
      expect(report).toMatchObject({ sent: 0, lackingTerms: 0, skipped: { drafted: 2 } });
    });

    it.each([
      ['a person has written beside', { origin: 'person', text: '我写的' }],
      ['the memory gave', { origin: 'memory', text: 'The boat left.' }],
    ] as const)('leaves alone what %s', async (_, draft) => {
      const workspace = await behind();
      const at = '2032-01-01T00:00:00.000Z';
      workspace.states.set('a', drafted(workspace.state('a'), '轮渡', { ...draft, at }));
      const report = await translate(workspace, setting(), REDO);
      expect(report).toMatchObject({ sent: 0, lackingTerms: 0, skipped: { drafted: 2 } });
    });
  });

  it('is told of while it is made ready, and Ctrl-C ends that as it ends everything', async () => {
    const notes: string[] = [];
    const workspace = new FakeWorkspace(articleOf('a', '轮渡开了。\n'));
    workspace.termBase = TERMS;
    const controller = new AbortController();
    fake.onRequest = () => controller.abort();
    const change = { notes, signal: controller.signal };
    const { output, exitCode } = await translateInWords(workspace, setting(change));
    expect(notes).toContain('Preparing the glossary …');
    expect(output).toMatch(/^Stopped by Ctrl-C; everything finished is kept\.$/m);
    expect(exitCode).toBe(3);
    expect(texts()).toEqual([]);
  });
});

describe('a second opinion', () => {
  /** Another engine whose numbers are ten times as large. */
  function dreamer(): Engine {
    const engine = deeplOn(fake);
    return {
      ...engine,
      id: 'openai',
      settings: () => 'dreamer',
      translate: async (...request) =>
        (await engine.translate(...request)).map((one) => ({
          ...one,
          text: one.text.replace(/\d+/g, (digits) => `${digits}0`),
        })),
    };
  }

  it('is asked for risky segments only, stands beside the first, and is marked where they differ', async () => {
    const workspace = new FakeWorkspace(
      articleOf('a', 'They sold 37 boats in the spring.\n\nthe rain fell on the sea.\n'),
    );
    const engine = { deepl: deeplOn(fake), openai: dreamer() };
    const flags = { dryRun: false, json: true, yes: true, compare: 'openai' };
    const report = await translate(workspace, setting({ engine }), { flags });
    expect(report).toMatchObject({ sent: 2, second: { engine: 'openai', sent: 1 } });
    const unit = unitWith(workspace.state('a'), '37');
    expect(unit.draft?.origin).toBe('engine:deepl');
    expect(secondOpinion(unit)?.disagreements).toContain('numbers');
    const again = await translate(workspace, setting({ engine }), { flags });
    expect(again).toMatchObject({ sent: 0, second: { sent: 0, requests: 0 } });
  });

  it('is in the estimate', async () => {
    const engine = { deepl: deeplOn(fake), openai: dreamer() };
    const flags = { dryRun: true, json: true, yes: false, compare: 'openai' };
    const workspace = new FakeWorkspace(articleOf('a', 'They sold 37 boats in the spring.\n'));
    const report = await translate(workspace, setting({ engine }), { flags });
    expect(report.second).toMatchObject({ sent: 1, characters: 33 });
    expect(texts()).toEqual([]);
  });

  it('is not asked of the engine that drafts, nor where a person has written', async () => {
    const mine = drafted(articleOf('a', 'They sold 37 boats.\n'), '37', {
      origin: 'person',
      text: '他们卖了37条船。',
    });
    const workspace = new FakeWorkspace(mine);
    const engine = { deepl: deeplOn(fake), openai: dreamer() };
    const flags = { dryRun: false, json: true, yes: true, compare: 'openai' };
    expect(await translate(workspace, setting({ engine }), { flags })).toMatchObject({
      second: { sent: 0 },
    });
    const same = translate(workspace, setting({ engine }), {
      flags: { ...flags, compare: 'deepl' },
    });
    await expect(same).rejects.toThrow('--compare deepl');
  });
});

describe('two runs in one workspace', () => {
  it('do not draft at the same time: the second says who does', async () => {
    const workspace = bothArticles();
    workspace.books.heldBy = 'Mei (process 7)';
    await expect(translate(workspace, setting())).rejects.toThrow('Mei (process 7) is drafting');
    expect(texts()).toEqual([]);
  });
});
