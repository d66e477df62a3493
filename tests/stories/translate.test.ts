/** `translate` as its users run it: what it says, what it leaves in the files, what follows from that. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewRecord } from '../../src/core/model.ts';
import type { FakeDeepl } from '../fakes/deepl-server.ts';
import { startFakeDeepl } from '../fakes/deepl-server.ts';
import { makeCliPlace, type CliPlace } from '../support/cli-program.ts';

const FILES = {
  'articles/ferry.md':
    '---\ntitle: 渡轮重返海峡\n---\n\nThey sold 37 boats in the spring. Rain fell on the sea.\n',
  'locales/terms.csv': 'zh,en\n海峡,strait\n',
  'duizhao.config.json': '{}\n',
};

let fake: FakeDeepl;
let place: CliPlace;
beforeEach(async () => {
  fake = await startFakeDeepl();
  place = await makeCliPlace(FILES);
});
afterEach(() => fake.close());

function run(...args: readonly string[]) {
  return place.run(args, {
    environment: { DEEPL_SERVER_URL: fake.url, DEEPL_AUTH_KEY: fake.key },
  });
}

async function records(): Promise<ReviewRecord[]> {
  const text = await place.read('articles/ferry.review.jsonl');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReviewRecord);
}

describe('translate', () => {
  it('leaves a second opinion in the files, which check sees, and never shows it as the draft', async () => {
    expect(await run('translate', '--yes', '--compare', 'pseudo')).toMatchObject({ code: 0 });
    const risky = (await records()).find(({ drafts }) => drafts.length === 2);
    expect(risky?.drafts.map(({ origin, engine }) => [origin, engine?.second])).toEqual([
      ['engine:deepl', undefined],
      ['engine:pseudo', true],
    ]);
    const { stdout } = await run('check', '--json');
    const { findings } = JSON.parse(stdout) as { findings: { check: string; zh?: string }[] };
    expect(findings.map(({ check }) => check)).toContain('second-opinion');
    const shown = findings.filter(({ check }) => check === 'draft').map(({ zh = '' }) => zh);
    expect(shown.join()).not.toContain('［');
  });

  it('tells the same draft from those of other settings after the files were read again', async () => {
    await run('translate', '--yes');
    const paid = fake.usage;
    const sentence = 'They sold 37 boats in the spring.';
    await place.write({ 'articles/boats.md': `---\ntitle: 船\n---\n\n${sentence}\n` });
    const reused = await run('translate', '--yes', '--json', 'boats');
    expect(JSON.parse(reused.stdout)).toMatchObject({ reused: { kept: 1 }, sent: 1 });
    expect(fake.usage).toBe(paid + 1);
    await place.write({
      'articles/more.md': `---\ntitle: 船们\n---\n\n${sentence}\n`,
      'duizhao.config.json': '{ "deepl": { "english": "en-GB", "chinese": "zh-Hant" } }\n',
    });
    const other = await run('translate', '--yes', '--json', 'more');
    expect(JSON.parse(other.stdout)).toMatchObject({ reused: { kept: 0 }, sent: 2 });
  });

  it('with no key says what to set, and drafts from memory alone', async () => {
    const { stdout, code } = await place.run(['translate']);
    expect(code).toBe(0);
    expect(stdout).toContain('DEEPL_AUTH_KEY');
  });

  it.each([
    [['--engine', 'depl'], /did you mean "deepl"/],
    [['--compare', 'nobody'], /There is no engine "nobody"/],
    [['--engine', 'openai'], /OPENAI_API_KEY/],
    [[], /--yes/],
  ])('refuses %j with exit 2', async (args, sentence) => {
    const { stderr, code } = await run('translate', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(fake.usage).toBe(0);
  });

  it("reaches a server of one's own without a key", async () => {
    const { stderr, stdout } = await place.run(['translate', '--engine', 'openai', '--dry-run'], {
      environment: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' },
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('To send to openai: 3');
  });

  it('says who holds the workspace when another run is under way', async () => {
    fake.latency = 400;
    const first = run('translate', '--yes');
    while (fake.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await run('translate', '--yes');
    expect(second.code).toBe(2);
    expect(second.stderr).toMatch(/^duizhao: mei \(.*\) is drafting in this workspace/);
    expect((await first).code).toBe(0);
  });

  it('is in the books: usage says what it cost', async () => {
    const { stdout } = await run('translate', '--yes', '--json');
    const { characters } = JSON.parse(stdout) as { characters: number };
    expect(characters).toBe(fake.usage);
    const usage = await run('usage', '--json', '--remote');
    expect(JSON.parse(usage.stdout)).toMatchObject({
      engines: [{ engine: 'deepl', all: { characters } }],
      unanswered: [],
      remote: { used: characters },
    });
  });
});
