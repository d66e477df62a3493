import { describe, expect, it } from 'vitest';
import en from '../../locales/en/duizhao.json' with { type: 'json' };
import { command } from '../../src/commands/terms.ts';
import { parseConfig } from '../../src/config.ts';
import { UserError } from '../../src/core/errors.ts';
import type { Translate } from '../../src/core/messages.ts';
import type { Workspace } from '../../src/core/ports.ts';
import type { ArticleState } from '../../src/core/state.ts';
import type { Services } from '../../src/services.ts';
import { articleOf, drafted, signed } from '../core/drafting/articles.ts';

const t: Translate = (key, values = {}) => {
  const strings = en as Record<string, string>;
  const plural = values['count'] === 1 ? `${key}_one` : `${key}_other`;
  const text = strings[key] ?? strings[plural] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};

/** As much of a workspace as `terms` uses, in memory. */
class FakeWorkspace implements Pick<Workspace, 'slugs' | 'open' | 'terms' | 'editTerms'> {
  text: string | null;
  private readonly states: ReadonlyMap<string, ArticleState>;

  constructor(text: string | null, ...states: readonly ArticleState[]) {
    this.text = text;
    this.states = new Map(states.map((state) => [state.article.slug, state]));
  }

  slugs() {
    return Promise.resolve([...this.states.keys()].sort());
  }

  open(slug: string) {
    const state = this.states.get(slug);
    return state === undefined ? Promise.reject(new Error(slug)) : Promise.resolve(state);
  }

  terms() {
    return Promise.resolve(this.text);
  }

  editTerms(edit: (text: string | null) => string) {
    return Promise.resolve().then(() => {
      this.text = edit(this.text);
    });
  }
}

interface World {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly written?: Map<string, string>;
  readonly notes?: string[];
}

function servicesFor(workspace: FakeWorkspace, world: World): Services {
  const { files = {}, written = new Map<string, string>(), notes = [] } = world;
  const services: Partial<Services> = {
    t,
    lang: 'en',
    note: (line) => {
      notes.push(line);
    },
    openWorkspace: () =>
      Promise.resolve({
        workspace: workspace as unknown as Workspace,
        config: parseConfig({}, 'config'),
      }),
    readInput: (path) => {
      const file = files[path] ?? '';
      return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
    },
    writeFile: (path, text) => {
      written.set(path, text);
      return Promise.resolve();
    },
  };
  return services as Services;
}

const NO_FLAGS = { keep: false, caseSensitive: false, dryRun: false, csv: false, json: false };

function run(
  workspace: FakeWorkspace,
  args: readonly string[],
  { flags = {}, ...world }: World & { readonly flags?: Readonly<Record<string, unknown>> } = {},
) {
  return command.run(servicesFor(workspace, world), { ...NO_FLAGS, ...flags }, args);
}

const HEADER =
  'zh,en,zhVariants,enVariants,zhForbidden,enForbidden,keep,pos,note,from,until,case\n';
const BASE = `${HEADER}码头,wharf,,quay,埠头,,,noun,sea ports only,,,
轮渡,ferry,,,,,,,,,,
Kite,Kite,,,,,yes,,,,,sensitive
港务局长,harbour master,,,,,,title,,2030-01-01,2031-12-31,
`;

describe('the action', () => {
  it.each([
    [[], /^Say what to do .*list, add, import, export, find, suggest/],
    [['lst'], /^There is no action "lst" \(did you mean "list"\?\).*list, add, import/],
    [['remove'], /^There is no action "remove".*suggest\.$/],
    [['import'], /use duizhao terms import FILE/],
    [['suggest', 'x'], /use duizhao terms suggest\.$/],
  ])('%j is no use', async (args, message) => {
    const failed = run(new FakeWorkspace(null), args);
    await expect(failed).rejects.toThrow(UserError);
    await expect(failed).rejects.toThrow(message);
  });

  it('refuses a flag of another one', async () => {
    const failed = run(new FakeWorkspace(null), ['list'], { flags: { variantsZh: 'a' } });
    await expect(failed).rejects.toThrow(
      '--variants-zh does nothing for duizhao terms list; it belongs to add',
    );
  });
});

describe('terms list', () => {
  it('prints a line a term', async () => {
    const { output, exitCode } = await run(new FakeWorkspace(BASE), ['list']);
    expect(output.split('\n')).toEqual([
      '码头 = wharf | quay  [noun; not: 埠头; sea ports only]',
      '轮渡 = ferry',
      'Kite  [not translated; case matters]',
      '港务局长 = harbour master  [title; 2030-01-01–2031-12-31]',
      '4 terms',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['QUAY', 1],
    ['埠', 1],
    ['sea', 1],
    ['r', 4 - 1],
    ['nothing', 0],
  ])('finds those with "%s" on either side', async (text, count) => {
    const { output } = await run(new FakeWorkspace(BASE), ['list', text], {
      flags: { json: true },
    });
    expect((JSON.parse(output) as { terms: unknown[] }).terms).toHaveLength(count);
  });

  it('tells what is wrong with the file, and lists the rest', async () => {
    const notes: string[] = [];
    const workspace = new FakeWorkspace(`${BASE},,,,,,,,,,,\n灯\u001b[31m,,,,,,,,,,,\n`);
    const { output, exitCode } = await run(workspace, ['list'], { notes });
    expect(exitCode).toBe(1);
    expect(output).toContain('4 terms');
    expect(notes).toEqual([
      expect.stringMatching(/^locales\/terms\.csv:6: /),
      expect.stringMatching(/^locales\/terms\.csv:7: /),
    ]);
    expect(notes.join('')).not.toContain('\u001b');
  });

  it('is empty where there is no term base', async () => {
    expect(await run(new FakeWorkspace(null), ['list'])).toEqual({
      output: '0 terms\n',
      exitCode: 0,
    });
  });
});

describe('terms add', () => {
  it('makes the term base', async () => {
    const workspace = new FakeWorkspace(null);
    const flags = {
      variantsEn: 'beacon|light',
      forbiddenZh: '灯楼',
      pos: 'noun',
      note: 'not the lamp',
      from: '2030-01-01',
    };
    const { output } = await run(workspace, ['add', '灯塔', 'lighthouse'], { flags });
    expect(workspace.text).toBe(
      `${HEADER}灯塔,lighthouse,,beacon|light,灯楼,,,noun,not the lamp,2030-01-01,,\n`,
    );
    expect(output).toBe(
      'Added: 灯塔 = lighthouse | beacon | light  [noun; not: 灯楼; 2030-01-01–; not the lamp]\n',
    );
  });

  it('takes one text for a term that is kept', async () => {
    const workspace = new FakeWorkspace(null);
    await run(workspace, ['add', 'Kite'], { flags: { keep: true, caseSensitive: true } });
    expect(workspace.text).toBe(`${HEADER}Kite,Kite,,,,,yes,,,,,sensitive\n`);
  });

  it('says which terms have one of its forms, and adds it all the same', async () => {
    const workspace = new FakeWorkspace(BASE);
    const { output } = await run(workspace, ['add', '栈桥', 'Quay']);
    expect(output).toContain('locales/terms.csv:2 has one of its forms too: 码头 = wharf');
    expect(workspace.text).toBe(`${BASE}栈桥,Quay,,,,,,,,,,\n`);
  });

  it.each<[string, string[], object, RegExp]>([
    ['the same once more', ['轮渡', 'ferry'], {}, /^locales\/terms\.csv:3: .*there already/],
    ['one side only', ['轮渡'], {}, /two sides/],
    ['swapped sides', ['ferry', '汽艇'], {}, /"ferry" stands as the Chinese form.*turn them round/],
    ['two texts to keep', ['轮渡', 'ferry'], { keep: true }, /same in both languages/],
    [
      'what is allowed and forbidden',
      ['汽艇', 'launch'],
      { forbiddenEn: 'launch' },
      /allowed and forbidden/,
    ],
    ['a control character', ['汽\u0007艇', 'launch'], {}, /cannot be added/],
    [
      'days the wrong way round',
      ['汽艇', 'launch'],
      { from: '2031-01-01', until: '2030-01-01' },
      /later/,
    ],
  ])('refuses %s', async (_what, texts, flags, message) => {
    const workspace = new FakeWorkspace(BASE);
    const failed = run(workspace, ['add', ...texts], { flags: { ...flags } });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow(UserError);
    expect(workspace.text).toBe(BASE);
  });

  it('does not write over rows that it cannot read', async () => {
    const broken = `${BASE}灯塔,lighthouse,,,,,perhaps,,,,,\n`;
    const workspace = new FakeWorkspace(broken);
    await expect(run(workspace, ['add', '汽艇', 'launch'])).rejects.toThrow(
      /^locales\/terms\.csv:6: .*mend this row first/,
    );
    expect(workspace.text).toBe(broken);
  });
});

describe('terms import', () => {
  const LIST = `${HEADER}轮渡,ferry,,,,,,,,,,
码头,wharf,,,,,,,,,,
灯塔,lighthouse,,,,,,,,,,
灯塔,lighthouse,,,,,,noun,,,,
,,,,,,,,,,,
`;

  it('adds what is new and tells of every other row', async () => {
    const workspace = new FakeWorkspace(BASE);
    const { output, exitCode } = await run(workspace, ['import', 'list.csv'], {
      files: { 'list.csv': LIST },
    });
    expect(workspace.text).toBe(`${BASE}灯塔,lighthouse,,,,,,,,,,\n`);
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^list\.csv:6: /),
      expect.stringMatching(/^list\.csv:3: not taken, locales\/terms\.csv:2 has the same pair/),
      expect.stringMatching(/^list\.csv:5: not taken, list\.csv:4 has the same pair/),
      'Added 1 term.',
      'Left out: known already 1, conflicting 2, unusable 1.',
      '',
    ]);
    expect(exitCode).toBe(1);
  });

  it('writes nothing in a dry run', async () => {
    const workspace = new FakeWorkspace(BASE);
    const call = { files: { 'list.csv': LIST }, flags: { dryRun: true } };
    const { output } = await run(workspace, ['import', 'list.csv'], call);
    expect(output).toContain('Would add 1 term; nothing was written.');
    expect(workspace.text).toBe(BASE);
  });

  it('changes nothing the second time', async () => {
    const workspace = new FakeWorkspace(null);
    const call = { files: { 'a.csv': 'zh,en\n灯塔,lighthouse\n' } };
    await run(workspace, ['import', 'a.csv'], call);
    const once = workspace.text;
    const { output, exitCode } = await run(workspace, ['import', 'a.csv'], call);
    expect([workspace.text, exitCode]).toEqual([once, 0]);
    expect(output).toContain('Added 0 terms.');
  });

  it.each<[string, string | Uint8Array]>([
    ['columns the other way round', 'en,zh\n"light, house",灯塔\n'],
    ['language codes', 'zh-CN,en-US\n灯塔,"light, house"\n'],
    ['names of languages', 'English,中文\n"light, house",灯塔\n'],
    ['tabs', 'zh_Hans\ten\n灯塔\tlight, house\n'],
    ['semicolons', 'zh;en\n灯塔;light, house\n'],
    ['semicolons and quotation marks', '"zh";"en";note\n灯塔;"light, house";\n'],
    ['a byte order mark and CRLF', '\uFEFFzh,en\r\n灯塔,"light, house"\r\n'],
    ['UTF-16', Uint8Array.from(Buffer.from('\uFEFFzh,en\n灯塔,"light, house"\n', 'utf16le'))],
  ])('reads a table with %s', async (_what, file) => {
    const workspace = new FakeWorkspace(null);
    const { exitCode } = await run(workspace, ['import', 'x.csv'], { files: { 'x.csv': file } });
    expect(workspace.text).toBe(`${HEADER}灯塔,"light, house",,,,,,,,,,\n`);
    expect(exitCode).toBe(0);
  });

  it('reads GBK without being told, and says so', async () => {
    // 渡轮,ferry and 驳船,barge: words that no running text would be told by.
    const bytes = [0xb6, 0xc9, 0xc2, 0xd6, 0x2c, 0x66, 0x0a, 0xb2, 0xb5, 0xb4, 0xac, 0x2c, 0x62];
    const file = Uint8Array.from([...Buffer.from('zh,en\n'), ...bytes, 0x0a]);
    const workspace = new FakeWorkspace(null);
    const { output } = await run(workspace, ['import', 'x.csv'], { files: { 'x.csv': file } });
    expect(workspace.text).toBe(`${HEADER}渡轮,f,,,,,,,,,,\n驳船,b,,,,,,,,,,\n`);
    expect(output).toContain('gb18030');
  });

  it('tells of rows whose sides are swapped or not both there', async () => {
    const workspace = new FakeWorkspace(null);
    const file = 'zh,en\nlighthouse,灯塔\n渔港,\n潮,tide\n';
    const { output, exitCode } = await run(workspace, ['import', 'x.csv'], {
      files: { 'x.csv': file },
    });
    expect(workspace.text).toBe(`${HEADER}潮,tide,,,,,,,,,,\n`);
    expect(output).toMatch(/^x\.csv:2: .*turn them round\.\nx\.csv:3: .*without an English form/);
    expect(exitCode).toBe(1);
  });

  it('reads TBX, and what the term base cannot hold is told', async () => {
    const workspace = new FakeWorkspace(null);
    const entry = (zh: string, word: string) => `<conceptEntry>
      <langSec xml:lang="zh"><termSec><term>${zh}</term></termSec></langSec>
      <langSec xml:lang="en"><termSec><term>${word}</term></termSec></langSec>
      <langSec xml:lang="fr"><termSec><term>phare</term></termSec></langSec></conceptEntry>`;
    const file = `<tbx><text><body>\n${entry('灯塔', 'lighthouse')}\n${entry('甲|乙', 'a or b')}</body></text></tbx>`;
    const { output } = await run(workspace, ['import', 'x.tbx'], { files: { 'x.tbx': file } });
    expect(workspace.text).toBe(`${HEADER}灯塔,lighthouse,,,,,,,,,,\n`);
    expect(output).toMatch(/^x\.tbx:6: .*"\|"/);
    expect(output).toContain('2 sections in other languages were passed over.');
  });

  it.each([
    [
      'a table without such columns',
      'x.csv',
      '灯塔,lighthouse\n',
      /^x\.csv:1: .*columns zh and en/,
    ],
    ['a name that does not tell', 'list', 'zh,en\n', /add --format/],
    ['broken TBX', 'x.tbx', '<tbx>\n<text>', /^x\.tbx:2: /],
  ])('refuses %s', async (_what, name, file, message) => {
    const workspace = new FakeWorkspace(BASE);
    const failed = run(workspace, ['import', name], { files: { [name]: file } });
    await expect(failed).rejects.toThrow(message);
    expect(workspace.text).toBe(BASE);
  });
});

describe('terms export', () => {
  it('prints the term base', async () => {
    const result = await run(new FakeWorkspace(BASE), ['export'], { flags: { format: 'csv' } });
    expect(result).toEqual({ output: BASE, exitCode: 0 });
  });

  it('writes TBX that comes back as it went', async () => {
    const written = new Map<string, string>();
    await run(new FakeWorkspace(BASE), ['export', 'out.tbx'], { written });
    const again = new FakeWorkspace(null);
    await run(again, ['import', 'out.tbx'], { files: Object.fromEntries(written) });
    expect(again.text).toBe(BASE);
  });

  it('wants to know the format', async () => {
    await expect(run(new FakeWorkspace(BASE), ['export'])).rejects.toThrow('--format csv');
  });
});

const HARBOUR = `---
title: 轮渡停航
date: 2031-05-04
---

The **ferry** stays at the [quay](https://example.org/quay). Two ferries wait.

港务局长说，埠头关闭。
`;

function harbour(): ArticleState {
  let state = articleOf('harbour', HARBOUR);
  state = signed(state, '停航', { target: 'No ferry today' });
  state = signed(state, 'stays', { target: '<1>渡轮</1>停在<2>码头</2>。' });
  return drafted(state, 'Two', { origin: 'person', text: '两条轮渡在等。' });
}

describe('terms find', () => {
  it('says where terms stand, and whether approved pairs keep to them', async () => {
    const workspace = new FakeWorkspace(BASE, harbour());
    const { output, exitCode } = await run(workspace, ['find']);
    expect(output.split('\n')).toEqual([
      'articles/harbour.md:2:8: 轮渡 → ferry  [in the approved pair]',
      'articles/harbour.md:6:7: ferry → 轮渡  [missing from the approved pair]',
      'articles/harbour.md:6:29: quay → 码头  [in the approved pair]',
      'articles/harbour.md:6:66: ferries → 轮渡',
      'articles/harbour.md:8:1: 港务局长 → harbour master',
      'articles/harbour.md:8:7: 埠头 → 码头  [forbidden here]',
      '6 places in 1 articles; missing from approved pairs 1, forbidden 1',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it('looks at dates', async () => {
    const later = articleOf('later', HARBOUR.replace('2031', '2032'));
    const workspace = new FakeWorkspace(BASE, later);
    const { output } = await run(workspace, ['find', 'later'], { flags: { json: true } });
    const { hits, totals } = JSON.parse(output) as { hits: { found: string }[]; totals: object };
    expect(hits.map(({ found }) => found)).not.toContain('港务局长');
    expect(totals).toEqual({ hits: 5, missed: 0, forbidden: 1, articles: 1 });
  });

  it('names an article that is not there', async () => {
    await expect(run(new FakeWorkspace(BASE), ['find', 'nowhere'])).rejects.toThrow('nowhere');
  });
});

describe('terms suggest', () => {
  const SENTENCES: readonly (readonly [string, string])[] = [
    ['昨天青石湾起了大雾。', 'Yesterday Bluestone Bay lay in fog.'],
    ['没有人离开青石湾。', 'Nobody left Bluestone Bay.'],
    ['孩子们画下青石湾。', 'The children drew Bluestone Bay.'],
    ['经理玛丽亚·科斯塔迟到了。', 'The manager, Maria Costa, came late.'],
    // Enough of everything else, so that three times together is no accident.
    ...[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'].map(
      (sign, index) => [`${sign}船开走了。`, `Boat ${index} left.`] as const,
    ),
  ];

  function bay(): ArticleState {
    const text = SENTENCES.map(([zh]) => `${zh}\n`).join('\n');
    return SENTENCES.reduce(
      (state, [zh, target]) => signed(state, zh, { target }),
      articleOf('bay', text),
    );
  }

  it('proposes from approved pairs, with an example', async () => {
    const { output } = await run(new FakeWorkspace(null, bay()), ['suggest']);
    expect(output).toContain('青石湾 = Bluestone Bay  (in 3 pairs, score');
    expect(output).toContain('    bay: 昨天青石湾起了大雾。 | Yesterday Bluestone Bay lay in fog.');
    expect(output).toMatch(/玛丽亚·科斯塔 = Maria Costa .*\[name\]/);
    expect(output).toMatch(/from 20 approved pairs/);
  });

  it('prints rows that can be imported', async () => {
    const { output } = await run(new FakeWorkspace(null, bay()), ['suggest'], {
      flags: { csv: true },
    });
    expect(output).toContain(`${HEADER}`);
    expect(output).toContain('玛丽亚·科斯塔,Maria Costa,,,,,,name,,,,\n');
    const workspace = new FakeWorkspace(null, bay());
    await run(workspace, ['import', 's.csv'], { files: { 's.csv': output } });
    const { output: again } = await run(workspace, ['suggest'], { flags: { json: true } });
    expect(JSON.parse(again)).toEqual({ pairs: 20, suggestions: [] });
  });

  it('takes no draft for approved', async () => {
    const draft = drafted(articleOf('bay', '玛丽亚·科斯塔迟到了。\n'), '迟到', {
      origin: 'memory',
      text: 'Maria Costa came late.',
    });
    const { output } = await run(new FakeWorkspace(null, draft), ['suggest']);
    expect(output).toMatch(/^0 suggestions from 0 approved pairs/);
  });
});
