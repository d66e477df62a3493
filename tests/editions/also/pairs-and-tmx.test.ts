/** Translation memory and `segments.json`: the pairs that went out, for other people's tools. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTagged, plainText } from '../../../src/core/tags.ts';
import type { ArticleState } from '../../../src/core/state.ts';
import { loadAlso } from '../../../src/editions/also/index.ts';
import { renderEditions } from '../../../src/editions/index.ts';
import { readPairs } from '../../../src/formats/pairs.ts';
import { HOSTILE, MIXED, MIXED_TARGETS } from '../articles.ts';
import { articleState, OPTIONS, signedOff, table } from '../builder.ts';
import { tmxFaults } from './tmx-rules.ts';
import { named, parseXml, textIn } from './xml.ts';

const ALSO = await loadAlso(new Set(['pairs', 'tmx']));

function filesOf(
  states: readonly ArticleState[],
  translators = false,
): ReadonlyMap<string, string> {
  const options = { ...OPTIONS, translators, drafts: true };
  const files = renderEditions(states, options, { also: ALSO });
  return new Map([...files].map(([path, content]) => [path, String(content)]));
}

const mixed = signedOff(articleState('mixed', MIXED, table(MIXED_TARGETS)));
const hostile = articleState('hostile', HOSTILE, (unit) => `译文${unit.index} ]]> <1>&amp;</1> "x`);

describe('of a site with two articles', () => {
  const files = filesOf([mixed, hostile]);

  it('there is a file an article and one of all', () => {
    const own = [...files.keys()].filter((path) => /\.tmx$|segments\.json$/.test(path));
    expect(own.toSorted()).toEqual([
      'duizhao.tmx',
      'duizhao/hostile/hostile.tmx',
      'duizhao/hostile/segments.json',
      'duizhao/mixed/mixed.tmx',
      'duizhao/mixed/segments.json',
      'segments.json',
    ]);
  });

  it.each(['duizhao.tmx', 'duizhao/mixed/mixed.tmx', 'duizhao/hostile/hostile.tmx'])(
    '%s keeps the rules of TMX 1.4',
    (path) => {
      const root = parseXml(files.get(path) ?? '');
      expect(tmxFaults(root)).toEqual([]);
      expect(named(root, 'tu').length).toBeGreaterThan(4);
    },
  );

  it('marks bold text and links as such', () => {
    const marks = named(parseXml(files.get('duizhao/mixed/mixed.tmx') ?? ''), 'bpt');
    expect(marks.map(({ attributes }) => attributes['type'])).toEqual([
      'bold',
      'bold',
      'link',
      'link',
    ]);
    expect(marks.map(textIn)).toEqual(['**', '**', '[', '[']);
  });
});

describe('a pair', () => {
  const segments = (translators: boolean) =>
    JSON.parse(filesOf([mixed], translators).get('duizhao/mixed/segments.json') ?? '').pairs[2];
  const key = mixed.units[2]?.key ?? '';

  it('has article, key, source, both texts, and the day of its sign-off', () => {
    expect(segments(false)).toEqual({
      id: `mixed:${key}`,
      article: 'mixed',
      key,
      source: 'en',
      zh: '小店周一早上开门。',
      en: 'The shop opened on Monday morning.',
      tagged: { zh: '小店<1>周一</1>早上开门。', en: 'The shop opened on <1>Monday</1> morning.' },
      reviewed: '2026-03-05T06:07:08.123Z',
    });
  });

  it('names who signed it off only where the pages do', () => {
    expect(segments(true).by).toBe('禾 <shen>');
    const [open, named] = [false, true].map((names) => filesOf([mixed], names).get('duizhao.tmx'));
    expect(open).not.toContain('shen');
    expect(named).toContain('changedate="20260305T060708Z" changeid="禾 &lt;shen&gt;"');
  });

  it.each(['draft', 'stale', 'changed', 'conflict', 'omitted', 'untranslated'] as const)(
    'that is %s is in neither file',
    (status) => {
      const text = '---\ntitle: 早市\n---\n\n鱼卖光了。\n';
      const state = articleState('market', text, ({ segment }) =>
        segment.text === '早市' ? 'Market' : { status, target: 'The fish is gone.' },
      );
      const files = filesOf([state]);
      const pairs = JSON.parse(files.get('segments.json') ?? '').pairs;
      expect(pairs.map(({ zh }: { zh: string }) => zh)).toEqual(['早市']);
      expect(named(parseXml(files.get('duizhao.tmx') ?? ''), 'tu')).toHaveLength(1);
    },
  );
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    ']]>',
    '<![CDATA[',
    '&amp;',
    '<1>',
    '</1>',
    '<2/>',
    '\u0007\u001b[31m',
    '\ud800',
    '\ufffe',
    '港口',
    '"\'',
  ),
);
const said = fc
  .array(piece, { minLength: 1, maxLength: 6 })
  .map((pieces) => `译${pieces.join('')}文`);

describe('law', () => {
  it('what is written is read back: ids, sources, texts', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 4, maxLength: 4 }), fc.boolean(), (texts, tagged) => {
        const body = 'Rain *fell* all day.  A boat left. Nobody saw it.';
        const state = articleState('rain', `---\ntitle: Rain\n---\n\n${body}\n`, ({ index }) => {
          const text = texts[index] ?? '';
          return tagged ? text : escapeTagged(text);
        });
        const files = filesOf([state]);
        const expected = state.units.map(({ key, pair, segment }) => ({
          id: `rain:${key}`,
          source: segment.lang,
          zh: plainText(pair?.zh ?? ''),
          en: plainText(pair?.en ?? ''),
        }));
        const clean = (text: string): string =>
          text.replaceAll(/[\u0000-\u001f\u007f-\u009f\p{Cs}\ufffd-\uffff\s]+/gu, '\uFFFD');
        for (const path of ['duizhao.tmx', 'segments.json']) {
          const { pairs, problems } = readPairs(files.get(path) ?? '', path);
          expect(problems).toEqual([]);
          const read = pairs.map(({ line: _line, zh, ...rest }) => ({ ...rest, zh: clean(zh) }));
          expect(read).toEqual(expected.map((pair) => ({ ...pair, zh: clean(pair.zh) })));
        }
        expect(tmxFaults(parseXml(files.get('duizhao.tmx') ?? ''))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('the same articles give the same bytes, in whatever order they come', () => {
    expect(filesOf([hostile, mixed])).toEqual(filesOf([mixed, hostile]));
  });
});
