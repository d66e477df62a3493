/** `check --fix` signs no wording, touches no source, and is done after one run. */
import { describe, expect, it } from 'vitest';
import { pairName } from '../../src/core/pair-name.ts';
import { copyCliPlace, type CliPlace } from '../support/cli-program.ts';

const FIXES = 'tests/fixtures/workspaces/fixes/existing';
const ONLY = ['--only', 'num.fullwidth,num.value,punct.width.en,punct.width.zh'];
const REVIEW = 'articles/ferry.review.jsonl';

interface Line {
  readonly key: string;
  readonly drafts?: readonly {
    readonly origin: string;
    readonly text: string;
    readonly by?: string;
  }[];
  readonly signoffs?: readonly {
    readonly en: string;
    readonly by: string;
    readonly via?: string;
  }[];
}

async function linesOf(place: CliPlace): Promise<Map<string, Line>> {
  const lines = (await place.read(REVIEW)).trimEnd().split('\n');
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line.key, line]));
}

async function textsOf(place: CliPlace, lang: string): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(await place.read(`locales/${lang}/ferry.json`)) as Record<string, string>;
}

/** The key of the segment whose English text, approved or drafted, begins so. */
async function keyOf(place: CliPlace, start: string): Promise<string> {
  for (const [key, { drafts = [], signoffs = [] }] of await linesOf(place)) {
    const texts = [...signoffs.map(({ en }) => en), ...drafts.map(({ text }) => text)];
    if (texts.some((text) => text.startsWith(start))) return key;
  }
  return '';
}

interface Fixed {
  readonly key: string;
  readonly check: string;
  readonly after: string;
  readonly signed: boolean;
}

async function fix(place: CliPlace): Promise<readonly Fixed[]> {
  const { stdout, stderr } = await place.run(['check', ...ONLY, '--fix', '--json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { readonly fixed: readonly Fixed[] }).fixed;
}

async function addTo(place: CliPlace, key: string, fields: object): Promise<void> {
  const lines = (await place.read(REVIEW)).trimEnd().split('\n');
  const changed = lines.map((line) => {
    const record = JSON.parse(line) as Line;
    return record.key === key ? JSON.stringify({ ...record, ...fields }) : line;
  });
  await place.write({ [REVIEW]: `${changed.join('\n')}\n` });
}

describe('check --fix', () => {
  it('signs typography again, check by check, and keeps what was signed before', async () => {
    const place = await copyCliPlace(FIXES);
    const key = await keyOf(place, 'The fare');
    const fixed = (await fix(place)).filter((each) => each.key === key);
    expect(fixed.map(({ check, signed }) => [check, signed])).toEqual([
      ['num.fullwidth', true],
      ['punct.width.en', true],
    ]);
    const { signoffs = [], drafts = [] } = (await linesOf(place)).get(key) ?? {};
    expect(signoffs.map(({ en, by, via }) => [en, by, via])).toEqual([
      ['The fare for adults is １２ yuan。', 'Lin Yue', undefined],
      ['The fare for adults is 12 yuan。', 'mei', 'fix:num.fullwidth'],
      ['The fare for adults is 12 yuan.', 'mei', 'fix:punct.width.en'],
    ]);
    expect(drafts).toEqual([]);
    expect((await textsOf(place, 'en'))[key]).toBe('The fare for adults is 12 yuan.');
  });

  it('leaves wording for somebody to approve', async () => {
    const place = await copyCliPlace(FIXES);
    const key = await keyOf(place, 'The ferry carries');
    const before = (await textsOf(place, 'en'))[key];
    await fix(place);
    const { signoffs = [], drafts = [] } = (await linesOf(place)).get(key) ?? {};
    expect(signoffs).toHaveLength(1);
    expect(drafts.map(({ origin, text }) => [origin, text])).toEqual([
      ['person', 'The ferry carries 300 people.'],
    ]);
    expect((await textsOf(place, 'en'))[key]).toBe(before);
  });

  it('mends a draft without signing it', async () => {
    const place = await copyCliPlace(FIXES);
    const key = await keyOf(place, 'The last ferry');
    await fix(place);
    const { signoffs = [], drafts = [] } = (await linesOf(place)).get(key) ?? {};
    expect(signoffs).toEqual([]);
    expect(drafts.find(({ origin }) => origin === 'person')?.text).toBe(
      'The last ferry leaves at 9 p.m.',
    );
    expect((await textsOf(place, 'en'))[key]).toBeUndefined();
  });

  it('touches no source', async () => {
    const place = await copyCliPlace(FIXES);
    const before = await place.read('articles/ferry.md');
    await fix(place);
    expect(await place.read('articles/ferry.md')).toBe(before);
    const key = await keyOf(place, 'There were');
    expect((await textsOf(place, 'zh'))[key]).toBe('乘客共有１５００人。');
  });

  it('has nothing left to do the second time', async () => {
    const place = await copyCliPlace(FIXES);
    expect(await fix(place)).not.toEqual([]);
    const before = await place.hashes();
    expect(await fix(place)).toEqual([]);
    expect(await place.hashes()).toEqual(before);
  });

  it('leaves a text alone on which somebody is at work', async () => {
    const place = await copyCliPlace(FIXES);
    const key = await keyOf(place, 'The fare');
    const draft = {
      origin: 'person',
      source: '成人票价为12元。',
      text: 'Adults pay …',
      at: '2026-10-02T08:00:00.000Z',
      by: 'Wei',
    };
    await addTo(place, key, { drafts: [draft] });
    expect((await fix(place)).filter((each) => each.key === key)).toEqual([]);
    expect((await linesOf(place)).get(key)?.drafts).toMatchObject([{ text: 'Adults pay …' }]);
  });

  it('mends nothing that somebody has dismissed', async () => {
    const place = await copyCliPlace(FIXES);
    const key = await keyOf(place, 'The fare');
    const texts = pairName({ zh: '成人票价为12元。', en: 'The fare for adults is １２ yuan。' });
    const said = { texts, reason: 'a brand', by: 'Wei', at: '2026-10-02T08:00:00.000Z' };
    const dismissed = ['num.fullwidth', 'punct.width.en'].map((check) => ({ check, ...said }));
    await addTo(place, key, { dismissed });
    expect((await fix(place)).filter((each) => each.key === key)).toEqual([]);
  });

  it('waits for the second signature where two are asked for', async () => {
    const place = await copyCliPlace(FIXES);
    await place.write({ 'duizhao.config.json': '{ "signOffs": 2 }\n' });
    const key = await keyOf(place, 'The fare');
    const second = (await linesOf(place))
      .get(key)
      ?.signoffs?.map((each) => ({ ...each, by: 'Wei', at: '2026-10-02T08:00:00.000Z' }));
    const first = (await linesOf(place)).get(key)?.signoffs ?? [];
    await addTo(place, key, { signoffs: [...first, ...(second ?? [])] });
    const fixed = (await fix(place)).filter((each) => each.key === key);
    expect(fixed.map(({ signed }) => signed)).toEqual([false]);
    expect((await textsOf(place, 'en'))[key]).toBe('The fare for adults is １２ yuan。');
    expect((await fix(place)).filter((each) => each.key === key)).toEqual([]);
  });
});
