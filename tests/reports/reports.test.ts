/** Reports of findings whose texts may hold anything. */
import fc from 'fast-check';
import type { Node, Parent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { serializeLocale } from '../../src/core/locale-file.ts';
import type { Dismissal, Finding } from '../../src/core/model.ts';
import { REPORTS } from '../../src/reports/index.ts';
import { verdictOf, type ReportInput } from '../../src/reports/report.ts';
import { annotationsIn, junitFaults, sarifFaults } from '../support/report-formats.ts';
import { findingOf, inputOf } from './findings.ts';

function render(id: string, input: ReportInput): string {
  return REPORTS.find((report) => report.id === id)?.render(input) ?? '';
}

const DISMISSED: Dismissal = {
  check: 'url',
  texts: 'x',
  reason: 'the name of <the> boat',
  by: 'mei',
  at: '2026-11-01T08:00:00.000Z',
  until: '2027-01-01',
};

const HOSTILE = [
  '::error file=x::y',
  'a\n::set-output name=x::y',
  '##[add-path]/tmp',
  ']]> <!-- --> </testcase> <script>alert(1)</script>',
  '\u0000\u0007\u001b[2J\u202e\ufeff\ufffe\uffff\ud800',
  '| a | b |\n| --- | --- |\n# head',
  '![x](https://evil.example/x.png) [y](javascript:alert(1)) www.evil.example https://evil.example',
  '@everyone #12 GH-12 :smile: **b** ~~s~~ `c` $x$ &amp; &#x3c;',
  '%0A%25 50 %, 3:2',
];

const texts = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('|`*_[]()<>&@#:%,\\\r\n\t-"\'{}!~中文“”')) }),
);

const findings = fc.array(
  fc
    .record({ zh: texts, en: texts, slug: texts, key: texts, file: texts, value: texts })
    .map(({ zh, en, slug, key, file, value }): Finding =>
      findingOf({
        zh,
        en,
        slug,
        key,
        values: { side: 'en', address: value },
        place: { file, line: 1, column: 1 },
        spans: { zh: [{ from: 1, to: 3 }], en: [{ from: 0, to: 1000 }] },
        ...(zh.length % 3 === 0 ? { dismissed: { ...DISMISSED, reason: value } } : {}),
      }),
    ),
  { maxLength: 4 },
);

function nodesOf(node: Node): Node[] {
  const children = 'children' in node ? (node as Parent).children : [];
  return [node, ...children.flatMap(nodesOf)];
}

/** A comment as a forge reads it. */
function nodesIn(markdown: string): Node[] {
  const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return nodesOf(fromMarkdown(markdown, extensions));
}

const valueOf = (node: Node): string => String('value' in node ? node.value : '');

/** What a report is made of; no text of an article becomes anything else. */
const STRUCTURE = [
  'root',
  'html',
  'heading',
  'text',
  'paragraph',
  'table',
  'tableRow',
  'tableCell',
];
const MORE_STRUCTURE = ['list', 'listItem'];
const HTML = /^(?:<!-- (?:duizhao check )?-->|<br>|<\/?b>)$/;

describe('whatever the texts hold', () => {
  const expectSound = async (input: ReportInput): Promise<void> => {
    const open = input.findings.filter(({ dismissed }) => dismissed === undefined);
    expect(sarifFaults(render('sarif', input))).toEqual([]);
    expect(junitFaults(render('junit', input))).toEqual([]);
    expect(annotationsIn(render('github', input))).toHaveLength(open.length);
    const nodes = nodesIn(render('markdown', input));
    const allowed = new Set([...STRUCTURE, ...MORE_STRUCTURE]);
    expect(nodes.map(({ type }) => type).filter((type) => !allowed.has(type))).toEqual([]);
    const html = nodes.filter(({ type }) => type === 'html').map(valueOf);
    expect(html.filter((tag) => !HTML.test(tag))).toEqual([]);
    const printed = render('human', input).replaceAll('\n', '');
    expect(printed).not.toMatch(/\p{Cc}/u);
  };

  it('every report is well formed', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(findings, async (list) => expectSound(await inputOf(list))),
      { numRuns: 60 },
    );
  });

  it('the order of the findings changes no verdict', async () => {
    await fc.assert(
      fc.asyncProperty(findings, async (list) => {
        const turned = list.toReversed();
        expect(verdictOf(await inputOf(turned))).toBe(verdictOf(await inputOf(list)));
      }),
    );
  });
});

describe('GitHub', () => {
  it('reads back what was found, with the path from the top of the repository', async () => {
    const place = { file: 'articles/a,b:c%.md', line: 3, column: 9 };
    const finding = findingOf({ place, zh: '增长5%', en: 'up 5%\nand' });
    const input = await inputOf([finding], { prefix: 'newsroom/' });
    const [annotation] = annotationsIn(render('github', input));
    expect(annotation?.command).toBe('error');
    expect(annotation?.properties).toEqual({
      file: 'newsroom/articles/a,b:c%.md',
      line: '3',
      col: '9',
      title: 'url s55yrf5k8',
    });
    expect(annotation?.message.split('\n').slice(1)).toEqual(['zh 增长5%', 'en up 5%⏎and']);
  });

  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['note', 'notice'],
  ] as const)('says %s as %s', async (severity, command) => {
    const input = await inputOf([findingOf({ severity })]);
    expect(annotationsIn(render('github', input))[0]?.command).toBe(command);
  });
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly suppressions?: readonly { readonly justification: string }[];
        readonly fixes?: readonly {
          readonly artifactChanges: readonly [
            {
              readonly artifactLocation: { readonly uri: string };
              readonly replacements: readonly {
                readonly deletedRegion: {
                  readonly startLine: number;
                  readonly startColumn: number;
                  readonly endColumn: number;
                };
                readonly insertedContent: { readonly text: string };
              }[];
            },
          ];
        }[];
      }[];
    },
  ];
}

describe('SARIF', () => {
  const sarif = (input: ReportInput): Sarif => JSON.parse(render('sarif', input)) as Sarif;

  it('tells of suppressions on every result, or on none', async () => {
    const both = sarif(await inputOf([findingOf({ dismissed: DISMISSED }), findingOf()]));
    expect(both.runs[0].results.map(({ suppressions }) => suppressions?.length)).toEqual([1, 0]);
    expect(both.runs[0].results[0]?.suppressions?.[0]?.justification).toBe(DISMISSED.reason);
    const none = sarif(await inputOf([findingOf()]));
    expect(none.runs[0].results[0]?.suppressions).toBeUndefined();
  });

  const TEXTS = ['He said: "go"\tnow\\', '他说：“走”，\n然后。', 'plain 😀， wide'];

  type Replacement = ReturnType<typeof replacementsIn>[number];

  function replacementsIn(log: Sarif) {
    const [fix] = log.runs[0].results[0]?.fixes ?? [];
    return fix?.artifactChanges[0].replacements ?? [];
  }

  /** What somebody's editor makes of a replacement. */
  function mend(file: string, { deletedRegion, insertedContent }: Replacement): string {
    const { startLine, startColumn, endColumn } = deletedRegion;
    const lines = file.split('\n');
    const line = lines[startLine - 1] ?? '';
    const [head, tail] = [line.slice(0, startColumn - 1), line.slice(endColumn - 1)];
    return lines.with(startLine - 1, head + insertedContent.text + tail).join('\n');
  }

  it.each(TEXTS)('places a fix in the locale file: %j', async (en) => {
    const from = en.search(/"|，/);
    const edit = { from, to: from + 2, text: '"x"' };
    const finding = findingOf({ en, fix: { lang: 'en', edits: [edit] } });
    const file = serializeLocale(
      new Map([
        ['title', 'A "title"'],
        ['s55yrf5k8', en],
        ['z', 'end'],
      ]),
    );
    const localeFiles = new Map([['locales/en/ferry.json', file]]);
    const log = sarif(await inputOf([finding], { localeFiles, prefix: 'a b/' }));
    expect(JSON.stringify(log)).toContain('{"uri":"a%20b/locales/en/ferry.json"}');
    const mended = JSON.parse(replacementsIn(log).reduce(mend, file)) as Record<string, string>;
    expect(mended['s55yrf5k8']).toBe(`${en.slice(0, from)}"x"${en.slice(from + 2)}`);
  });

  it('offers no fix for a text that stands in no locale file', async () => {
    const fix = { lang: 'en', edits: [{ from: 0, to: 1, text: 'x' }] } as const;
    const localeFiles = new Map([['locales/en/ferry.json', '{\n  "s55yrf5k8": "other"\n}\n']]);
    const log = sarif(await inputOf([findingOf({ fix })], { localeFiles }));
    expect(log.runs[0].results[0]?.fixes).toBeUndefined();
  });
});

describe('Markdown', () => {
  it('marks the spans, in texts side by side', async () => {
    const text = render('markdown', await inputOf([findingOf()]));
    expect(text).toContain('| 船长说，今天风浪不大。 | The <b>船长</b> said the sea was calm\\. |');
  });

  it('fits a comment, and says what it left out', async () => {
    const list = Array.from({ length: 3000 }, (_, index) =>
      findingOf({ slug: `ferry-${index % 7}` }),
    );
    const text = render('markdown', await inputOf(list));
    expect(text.length).toBeLessThanOrEqual(65_000);
    const rows = text.split('\n').filter((line) => line.includes('<b>船长</b>')).length;
    expect(rows).toBeGreaterThan(100);
    expect(text).toContain(`left out for want of room: ${3000 - rows}.`);
  });

  it('reads as what was written', async () => {
    const zh = '价格 | *5%* <b> [x](y) `z` \\ _a_ #1 @lin';
    const nodes = nodesIn(render('markdown', await inputOf([findingOf({ zh })])));
    const texts = nodes.filter(({ type }) => type === 'text').map(valueOf);
    expect(texts.join('')).toContain(zh);
  });
});

describe('for people', () => {
  it.each([
    [true, 'The \u001b[1;4m船长\u001b[22;24m said'],
    [false, 'The ⟦船长⟧ said'],
  ])('marks the place, styled %s', async (styled, marked) => {
    expect(render('human', await inputOf([findingOf()], { styled }))).toContain(marked);
  });

  it('marks the place where something lacks', async () => {
    const finding = findingOf({ spans: { en: [{ from: 4, to: 4 }] } });
    expect(render('human', await inputOf([finding]))).toContain('The ⟦⟧船长');
  });

  it('counts what was dismissed and does not list it', async () => {
    const text = render('human', await inputOf([findingOf({ dismissed: DISMISSED })]));
    expect(text).toBe(
      'Dismissed, not listed: 1\n\nGREEN: errors 0, warnings 0, notes 0; articles 1.\n',
    );
  });
});

describe('the verdict', () => {
  const none = { what: 'articles', count: 0, slugs: [], mayBeNone: false } as const;

  it.each<[string, Partial<Finding>[], Partial<ReportInput>, string]>([
    ['no finding', [], {}, 'clean'],
    ['an error', [{}], {}, 'findings'],
    ['a warning', [{ severity: 'warning' }], {}, 'clean'],
    ['a warning, strict', [{ severity: 'warning' }], { strict: true }, 'findings'],
    ['a note, strict', [{ severity: 'note' }], { strict: true }, 'clean'],
    ['a dismissed error, strict', [{ dismissed: DISMISSED }], { strict: true }, 'clean'],
    ['an error whose dismissal has ended', [{ expired: DISMISSED }], {}, 'findings'],
    ['nothing to look at', [], { checked: none }, 'nothing'],
    ['nothing that has changed', [], { checked: { ...none, mayBeNone: true } }, 'clean'],
    ['an error of the workspace', [{ slug: '' }], { checked: none }, 'findings'],
  ])('of %s', async (_name, parts, own, verdict) => {
    const input = await inputOf(parts.map(findingOf), own);
    expect(verdictOf(input)).toBe(verdict);
    const green = verdict === 'clean';
    expect(/^GREEN:/m.test(render('human', input))).toBe(green);
    expect(/^GREEN:/m.test(render('github', input))).toBe(green);
    expect(render('markdown', input).includes('✅')).toBe(green);
    expect(render('junit', input).includes('<failure')).toBe(!green);
    expect(junitFaults(render('junit', input))).toEqual([]);
    expect(JSON.parse(render('json', input))).toMatchObject({ verdict });
  });
});
