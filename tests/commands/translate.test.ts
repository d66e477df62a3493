import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { articleOf, drafted, edited, signed, unitWith } from '../core/drafting/articles.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import {
  ALL_CHARACTERS,
  bothArticles,
  deeplOn,
  FakeWorkspace,
  HARBOUR,
  MARKET,
  translate,
  translateInWords,
  type Call,
  type Setting,
} from './translate-setting.ts';

let fake: FakeDeepl;
beforeEach(async () => {
  fake = await startFakeDeepl();
});
afterEach(() => fake.close());

const DRY_RUN = { flags: { dryRun: true, json: true, yes: false } };

function run(workspace: FakeWorkspace, setting: Partial<Setting> = {}, call: Call = {}) {
  return translate(workspace, { engine: deeplOn(fake), ...setting }, call);
}

function runInWords(workspace: FakeWorkspace, setting: Partial<Setting> = {}, dryRun = false) {
  return translateInWords(workspace, { engine: deeplOn(fake), ...setting }, { dryRun });
}

describe('translate', () => {
  it('drafts every segment in its own direction, each sentence sent once', async () => {
    const workspace = bothArticles();
    const report = await run(workspace);
    expect(report).toMatchObject({
      exitCode: 0,
      engine: 'deepl',
      sent: 6,
      characters: ALL_CHARACTERS,
      reused: { inContext: 0, exact: 0, kept: 0, repeated: 2 },
      skipped: {},
      failed: [],
      stopped: null,
    });
    for (const slug of ['harbour', 'market']) {
      for (const { status, draft, segment } of workspace.state(slug).units) {
        expect(status).toBe('draft');
        expect(draft).toMatchObject({ origin: 'engine:deepl', source: segment.text, by: 'Lin' });
        expect(draft?.text).toMatch(segment.lang === 'zh' ? /^[^\p{Script=Han}]+$/u : /^译：/);
      }
    }
    expect(fake.usage).toBe(ALL_CHARACTERS);
  });

  it('keeps markup, and only markup goes as XML', async () => {
    const workspace = bothArticles();
    await run(workspace);
    const tagged = fake.requests.filter(({ fields }) => fields['tag_handling'] === 'xml');
    expect(tagged.flatMap(({ texts }) => texts)).toEqual([
      'The <g id="1">first</g> boat left at dawn.',
    ]);
    const text = workspace.drafts('harbour')['The <1>first</1> boat left at dawn.'];
    expect(text).toMatch(/<1>\p{Script=Han}+<\/1>/u);
  });

  it('has every answer on disk before the next request', async () => {
    const workspace = bothArticles();
    fake.onRequest = () => workspace.log.push('request');
    await run(workspace);
    const steps = workspace.log.map((entry) => entry.split(' ')[0]).join(' ');
    expect(steps).toMatch(/^(?:request commit (?:commit )?){5}request commit$/);
  });

  it('asks the memory before the engine, and never sends what it knows', async () => {
    const known = signed(articleOf('archive', 'Nobody missed it.\n'), 'Nobody', {
      target: '没有人错过。',
    });
    const workspace = new FakeWorkspace(articleOf('harbour', HARBOUR), known);
    const report = await run(workspace, {}, { slugs: ['harbour'] });
    expect(report).toMatchObject({ sent: 3, reused: { exact: 2, repeated: 0 } });
    expect(fake.requests.flatMap(({ texts }) => texts)).not.toContain('Nobody missed it.');
    const draft = unitWith(workspace.state('harbour'), 'Nobody').draft;
    const from = `archive/${unitWith(known, 'Nobody').key}`;
    expect(draft).toMatchObject({ origin: 'memory', text: '没有人错过。', from });
  });

  it('sends nothing the second time, a stale segment once', async () => {
    const first = signed(articleOf('market', MARKET), 'market', { target: '市场满了。' });
    const workspace = new FakeWorkspace(edited(first, 'was full', 'was quite full'));
    expect(await run(workspace)).toMatchObject({ sent: 3 });
    expect(unitWith(workspace.state('market'), 'market').status).toBe('stale');
    const paid = fake.usage;
    expect(await run(workspace)).toMatchObject({ sent: 0, requests: 0, skipped: { drafted: 3 } });
    expect(fake.usage).toBe(paid);
  });

  it('does not pay again for a sentence that it drafted in another article', async () => {
    const workspace = new FakeWorkspace(articleOf('harbour', HARBOUR));
    await run(workspace);
    workspace.states.set('market', articleOf('market', MARKET));
    expect(await run(workspace)).toMatchObject({ sent: 2, reused: { kept: 1 } });
    expect(fake.usage).toBe(ALL_CHARACTERS);
    expect(unitWith(workspace.state('market'), 'Nobody').draft?.engine?.billed).toBe(0);
  });

  it('leaves the work of people alone', async () => {
    const mine = drafted(articleOf('market', MARKET), 'market', {
      origin: 'person',
      source: 'The market was empty.',
      text: '市场空了。',
    });
    const workspace = new FakeWorkspace(mine);
    const report = await run(workspace);
    expect(report.skipped).toEqual({ person: 1 });
    expect(
      workspace.state('market').records.get(unitWith(mine, 'market').key)?.drafts,
    ).toHaveLength(1);
  });
});

describe('translate without an engine', () => {
  const missing = 'Set SOME_KEY to a key.';

  it('drafts from memory and says in one sentence what is missing', async () => {
    const known = signed(articleOf('archive', '鱼卖光了。\n'), '鱼', {
      target: 'No fish is left.',
    });
    const workspace = new FakeWorkspace(articleOf('market', MARKET), known);
    const { output, exitCode } = await runInWords(workspace, { engine: { missing } });
    expect(workspace.drafts('market')).toEqual({ '鱼卖光了。': 'No fish is left.' });
    expect(output).toBe(
      [
        'Reused: 0 from memory in the same context, 1 from memory in another, 0 answered before, 0 repeated',
        'Skipped: 3 (1 reviewed, 2 waiting for an engine)',
        `No engine is set up, so drafts come from memory only. ${missing}`,
        '',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });

  it('does not ask for one when there is nothing to send', async () => {
    const workspace = new FakeWorkspace(
      signed(articleOf('a', 'Tide.\n'), 'Tide', { target: '潮' }),
    );
    const { output } = await runInWords(workspace, { engine: { missing } });
    expect(output).toContain('Nothing to draft.');
    expect(output).not.toContain(missing);
  });
});

describe('translate --dry-run', () => {
  it.each([
    ['with an engine', undefined],
    ['without a key', { missing: 'Set SOME_KEY to a key.' }],
  ])('%s shows what a run would do, sends and writes nothing', async (_, engine) => {
    const workspace = bothArticles();
    const setting = {
      config: { pricePerMillion: { deepl: 20 } },
      ...(engine === undefined ? {} : { engine }),
    };
    const plan = await run(workspace, setting, DRY_RUN);
    expect(fake.requests).toHaveLength(0);
    expect(workspace.log).toEqual([]);
    expect(plan).toMatchObject({
      exitCode: 0,
      dryRun: true,
      engine: 'deepl',
      sent: 6,
      requests: 6,
      characters: ALL_CHARACTERS,
      reused: { inContext: 0, exact: 0, kept: 0, repeated: 2 },
    });
    expect(plan.cost).toBeCloseTo((ALL_CHARACTERS * 20) / 1_000_000);
    const done = await run(workspace);
    expect(done).toMatchObject({
      sent: plan.sent,
      requests: plan.requests,
      characters: plan.characters,
    });
  });

  it('estimates nothing for a config that asks for no engine', async () => {
    const setting = { config: { engine: 'none' }, engine: { missing: 'None.' } } as const;
    const plan = await run(bothArticles(), setting, {
      flags: { dryRun: true, json: true, yes: false },
    });
    expect(plan).toMatchObject({
      sent: 0,
      requests: 0,
      characters: 0,
      skipped: { 'no-engine': 8 },
    });
  });

  it('says so', async () => {
    const { output } = await runInWords(
      bothArticles(),
      { config: { pricePerMillion: { deepl: 20 } } },
      true,
    );
    expect(output).toContain(`To send to deepl: 6 (${ALL_CHARACTERS} characters, requests: 6)`);
    expect(output).toContain('Cost: 0.0019, at 20 a million characters');
    expect(output).toContain('nothing was sent or written');
  });
});

describe('translate when the engine fails', () => {
  it('stops at the quota with exit 4, keeps what is finished and goes on from there', async () => {
    const workspace = bothArticles();
    fake.quota = 60;
    const stopped = await run(workspace);
    expect(stopped).toMatchObject({ exitCode: 4, stopped: { why: 'quota' } });
    expect(stopped.sent).toBeGreaterThan(0);
    expect(stopped.skipped.stopped).toBeGreaterThan(0);
    fake.quota = 10_000;
    expect(await run(workspace)).toMatchObject({
      exitCode: 0,
      skipped: { drafted: expect.any(Number) },
    });
    expect(fake.usage).toBe(ALL_CHARACTERS);
  });

  it('names the command to go on', async () => {
    fake.quota = 0;
    const { output } = await runInWords(bothArticles());
    expect(output).toMatch(/To go on: duizhao translate --yes\n$/);
  });

  it.each([0, 1, 2, 3, 4])('pays nothing twice when it ends after %i requests', async (count) => {
    const workspace = bothArticles();
    fake.onRequest = () => {
      if (fake.requests.length > count) fake.fail({ type: 'status', status: 503 });
    };
    const cut = await run(workspace);
    expect(cut).toMatchObject({ exitCode: 3, stopped: { why: 'network' }, requests: count + 5 });
    fake.onRequest = () => {};
    fake.fail(null);
    expect(await run(workspace)).toMatchObject({ exitCode: 0 });
    expect(fake.usage).toBe(ALL_CHARACTERS);
  });

  it.each([
    ['a refused key', { type: 'status', status: 403 }, 'auth'],
    ['too many requests', { type: 'status', status: 429, retryAfter: 1 }, 'rate'],
    ['a broken connection', { type: 'reset' }, 'network'],
    ['no answer', { type: 'stall' }, 'network'],
  ] as const)('stops at %s with exit 3', async (_, fault, why) => {
    fake.fail(fault);
    const workspace = bothArticles();
    expect(await run(workspace)).toMatchObject({ exitCode: 3, sent: 0, stopped: { why } });
    expect(workspace.log).toEqual([]);
  });

  it('halves a request that is too large and goes on', async () => {
    fake.fail({ type: 'status', status: 413 }, 1);
    const workspace = new FakeWorkspace(articleOf('a', 'One. Two. Three.\n'));
    expect(await run(workspace)).toMatchObject({ exitCode: 0, sent: 3, requests: 3 });
  });

  it('isolates the one segment that is refused; the others go on', async () => {
    fake.fail({ type: 'refuse', holding: 'Three', plainToo: true });
    const workspace = new FakeWorkspace(articleOf('a', 'One. Two. Three. Four. Five.\n'));
    const report = await run(workspace);
    expect(report).toMatchObject({ exitCode: 3, sent: 4, stopped: null });
    expect(report.failed).toMatchObject([{ slug: 'a', reason: 'rejected' }]);
    expect(Object.keys(workspace.drafts('a'))).toEqual(['One.', 'Two.', 'Four.', 'Five.']);
  });

  it('sends a tagged segment that is refused as plain text, and says that its markup is lost', async () => {
    fake.fail({ type: 'refuse', holding: 'Two' });
    const workspace = new FakeWorkspace(articleOf('a', 'One **is** here. Two **is** there.\n'));
    const report = await run(workspace);
    expect(report).toMatchObject({ exitCode: 0, sent: 2, failed: [] });
    expect(report.doubtful).toMatchObject([{ slug: 'a', doubts: ['untagged'] }]);
    const [one, two] = Object.values(workspace.drafts('a'));
    expect(one).toContain('<1>');
    expect(two).not.toContain('<1>');
  });

  it.each(['drop-tags', 'empty-tags'] as const)(
    'drafts a segment without its markup after %s',
    async (type) => {
      fake.fail({ type });
      const workspace = new FakeWorkspace(articleOf('a', 'One **is** here.\n'));
      const report = await run(workspace);
      expect(report).toMatchObject({ sent: 1, requests: 2, doubtful: [{ slug: 'a' }] });
    },
  );

  it('never takes a blank text for a draft: asks once more, then fails', async () => {
    fake.fail({ type: 'empty', only: 0 });
    const workspace = new FakeWorkspace(articleOf('a', 'One. Two.\n'));
    const { output, exitCode } = await runInWords(workspace);
    expect(Object.keys(workspace.drafts('a'))).toEqual(['Two.']);
    expect(fake.requests.map(({ texts }) => texts)).toEqual([['One.', 'Two.'], ['One.']]);
    expect(output).toMatch(/Failed: 1\na s\w+: /);
    expect(exitCode).toBe(3);
  });

  it.each(['short', 'long', 'not-json', 'empty'] as const)(
    'keeps nothing of an answer that is %s',
    async (type) => {
      fake.fail({ type });
      const workspace = new FakeWorkspace(articleOf('a', 'One. Two.\n'));
      expect(await run(workspace)).toMatchObject({ exitCode: 3, sent: 0, requests: 4 });
      expect(workspace.log).toEqual([]);
    },
  );

  it('gives up when nothing at all is accepted', async () => {
    fake.fail({ type: 'status', status: 400 });
    const sentences = Array.from({ length: 40 }, (_, at) => `Sentence number ${at}.`);
    const workspace = new FakeWorkspace(articleOf('a', `${sentences.join(' ')}\n`));
    const report = await run(workspace);
    expect(report).toMatchObject({ exitCode: 3, sent: 0, stopped: { why: 'refused' } });
    expect(report.requests).toBeLessThan(20);
    expect(report.failed.length + (report.skipped.stopped ?? 0)).toBe(40);
  });

  it('stops at Ctrl-C after the request in flight, whose answer it keeps', async () => {
    const workspace = bothArticles();
    const controller = new AbortController();
    const notes: string[] = [];
    fake.onRequest = () => controller.abort();
    const report = await run(workspace, { signal: controller.signal, notes });
    expect(report).toMatchObject({
      exitCode: 3,
      stopped: { why: 'interrupted' },
      requests: 1,
      sent: 1,
    });
    expect(workspace.log).toEqual(['commit harbour 1']);
    expect(notes.join()).toContain('may already have been billed');
  });

  it('lets a bug of an engine through', async () => {
    const bug = { ...deeplOn(fake), translate: () => Promise.reject(new TypeError('a bug')) };
    await expect(run(bothArticles(), { engine: bug })).rejects.toThrow(TypeError);
  });

  it('lets an error of the disk through before another request is made', async () => {
    const workspace = bothArticles();
    workspace.commit = () => Promise.reject(new UserError('No space left.'));
    await expect(run(workspace)).rejects.toThrow('No space left.');
    expect(fake.requests).toHaveLength(1);
  });
});

describe('translate and the workspace', () => {
  it('refuses a slug that there is no article of, and guesses which was meant', async () => {
    const wrong = run(bothArticles(), {}, { slugs: ['harbor'] });
    await expect(wrong).rejects.toThrow(/"harbor".*"harbour"/);
  });

  it('drafts only the articles that are named', async () => {
    const workspace = bothArticles();
    await run(workspace, {}, { slugs: ['market'] });
    expect(workspace.drafts('harbour')).toEqual({});
  });

  it('pays for nothing in an article whose files cannot be read', async () => {
    const workspace = bothArticles();
    const unreadable = { ...workspace.state('market'), unreadable: ['locales/zh/market.json'] };
    workspace.states.set('market', unreadable);
    const report = await run(workspace);
    expect(report).toMatchObject({ exitCode: 2, sent: 4, skipped: { unreadable: 3 } });
  });

  it('goes on without the memory of an article that is broken and not asked for', async () => {
    const workspace = bothArticles();
    workspace.broken.add('wreck');
    const notes: string[] = [];
    const report = await run(workspace, { notes }, { slugs: ['market'] });
    expect(report).toMatchObject({ exitCode: 0, sent: 3 });
    expect(notes.join()).toContain('articles/wreck.md:1');
    await expect(run(workspace)).rejects.toThrow('articles/wreck.md:1');
  });
});
