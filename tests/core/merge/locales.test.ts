/** Locale files three-way: key by key, always JSON, and the same keys in both languages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeFiles } from '../../../src/core/merge/merge-files.ts';
import { mergeLocales } from '../../../src/core/merge/locales.ts';

type Texts = Readonly<Record<string, string>>;

function mapOf(texts: Texts): Map<string, string> {
  return new Map(Object.entries(texts));
}

function merge(base: Texts, ours: Texts, theirs: Texts) {
  const merged = mergeLocales({ base: mapOf(base), ours: mapOf(ours), theirs: mapOf(theirs) });
  const clashes = merged.clashes.map(({ key, texts }) => [key, ...texts.map(({ text }) => text)]);
  return { texts: Object.fromEntries(merged.map), keys: [...merged.map.keys()], clashes };
}

const BASE = { title: '渡轮', sa: '雾', sb: '灯' };

describe('without a clash', () => {
  it.each<[string, Texts, Texts, Texts]>([
    [
      'neighbours changed',
      { ...BASE, sa: '大雾' },
      { ...BASE, sb: '灯火' },
      { title: '渡轮', sa: '大雾', sb: '灯火' },
    ],
    [
      'both add a last key',
      { ...BASE, x: '一' },
      { ...BASE, y: '二' },
      { ...BASE, x: '一', y: '二' },
    ],
    [
      'both change a key alike',
      { ...BASE, sa: '大雾' },
      { ...BASE, sa: '大雾' },
      { ...BASE, sa: '大雾' },
    ],
    [
      'one deletes, the other changes a neighbour',
      { title: '渡轮', sb: '灯' },
      { ...BASE, sb: '灯火' },
      { title: '渡轮', sb: '灯火' },
    ],
    ['both delete', { title: '渡轮' }, { title: '渡轮', sb: '灯' }, { title: '渡轮' }],
  ])('%s', (_what, ours, theirs, texts) => {
    expect(merge(BASE, ours, theirs)).toMatchObject({ texts, clashes: [] });
    expect(merge(BASE, theirs, ours)).toMatchObject({ texts, clashes: [] });
  });
});

describe('a clash', () => {
  it.each<[string, Texts, Texts, Texts, Texts, (string | null)[]]>([
    [
      'changed on both sides: the base stands',
      { sa: '雾' },
      { sa: '大雾' },
      { sa: '浓雾' },
      { sa: '雾' },
      ['sa', '大雾', '浓雾'],
    ],
    [
      'new on both sides: the first one stands',
      {},
      { sa: '大雾' },
      { sa: '浓雾' },
      { sa: '大雾' },
      ['sa', '大雾', '浓雾'],
    ],
    [
      'taken out on one side: it is out',
      { sa: '雾' },
      {},
      { sa: '浓雾' },
      {},
      ['sa', null, '浓雾'],
    ],
    ['taken out on the other side', { sa: '雾' }, { sa: '大雾' }, {}, {}, ['sa', '大雾', null]],
  ])('%s', (_what, ...[base, ours, theirs, texts, clash]) => {
    expect(merge(base, ours, theirs)).toMatchObject({ texts, clashes: [clash] });
  });
});

/** What a branch does to the pairs: puts both texts of a key, new ones or the same source, or takes both out. */
const edits = fc.array(
  fc.record({
    key: fc.constantFrom('title', 'sa', 'sb', 'sc', 'sd'),
    zh: fc.constantFrom('甲', '乙', null),
    en: fc.constantFrom('one', 'two', 'three'),
  }),
  { maxLength: 6 },
);

type Edits = ReturnType<typeof edits.generate>['value'];

function edited(start: readonly [Texts, Texts], changes: Edits): [Texts, Texts] {
  const [zh, en] = start.map((texts) => ({ ...texts })) as [
    Record<string, string>,
    Record<string, string>,
  ];
  for (const change of changes) {
    if (change.zh === null) {
      delete zh[change.key];
      delete en[change.key];
    } else {
      zh[change.key] = change.zh;
      en[change.key] = change.en;
    }
  }
  return [zh, en];
}

describe('the two files', () => {
  it('have the same keys in the same order after any merge', () => {
    fc.assert(
      fc.property(edits, edits, edits, (before, left, right) => {
        const base = edited([{}, {}], before);
        const [ours, theirs] = [edited(base, left), edited(base, right)];
        const [zh, en] = [0, 1].map((at) =>
          merge(base[at] ?? {}, ours[at] ?? {}, theirs[at] ?? {}),
        );
        expect(new Set(zh?.keys)).toEqual(new Set(en?.keys));
      }),
    );
  });
});

describe('files', () => {
  const path = 'locales/zh/ferry.json';
  const canonical = '{\n  "title": "渡轮",\n  "sa": "雾"\n}\n';

  it('come out canonical, whatever form they came in', () => {
    const theirs = '{ "title": "渡轮",\r\n"sa": "\\u5927\\u96fe" }';
    expect(mergeFiles(path, { base: canonical, ours: canonical, theirs })?.text).toBe(
      '{\n  "title": "渡轮",\n  "sa": "大雾"\n}\n',
    );
  });

  it('that only the two sides have are merged from nothing', () => {
    const theirs = '{\n  "sb": "灯"\n}\n';
    expect(mergeFiles(path, { base: '', ours: canonical, theirs })).toEqual({
      text: '{\n  "title": "渡轮",\n  "sa": "雾",\n  "sb": "灯"\n}\n',
      clashes: [],
    });
  });

  it.each([
    ['broken', '{ "title": "渡轮"'],
    ['of another shape', '["渡轮"]'],
    ['with a key twice', '{"sa": "雾", "sa": "大雾"}'],
    ['with an empty text', '{"sa": ""}'],
    ['with a value that is no text', '{"sa": {"sb": "雾"}}'],
    ['with conflict markers', `{\n<<<<<<< a\n  "sa": "雾"\n=======\n  "sa": "灯"\n>>>>>>> b\n}\n`],
  ])('%s are left to git on whichever side', (_what, text) => {
    expect(mergeFiles(path, { base: canonical, ours: text, theirs: canonical })).toBeNull();
    expect(mergeFiles(path, { base: canonical, ours: canonical, theirs: text })).toBeNull();
    expect(mergeFiles(path, { base: text, ours: canonical, theirs: canonical })).toBeNull();
  });

  it("of the interface merge as well, but have nowhere to keep a clash's texts", () => {
    const strings = (help: string, quit: string) =>
      `{"key.help": "${help}", "key.quit": "${quit}"}`;
    const base = strings('Help', 'Quit');
    const merged = (theirs: string) =>
      mergeFiles('locales/en/duizhao.json', { base, ours: strings('Keys', 'Quit'), theirs });
    expect(merged(strings('Help', 'Leave'))?.text).toBe(
      '{\n  "key.help": "Keys",\n  "key.quit": "Leave"\n}\n',
    );
    expect(merged(strings('All keys', 'Quit'))).toBeNull();
  });
});
