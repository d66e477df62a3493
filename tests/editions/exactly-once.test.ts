import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang, Unit } from '../../src/core/model.ts';
import { otherLang } from '../../src/core/model.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { VIEWS, type View } from '../../src/editions/edition.ts';
import { articleState, OPTIONS, type Told, renderTexts } from './builder.ts';
import { byName, mainText, occurrences, parsePage } from './html.ts';
import { wrongLanguages } from './languages.ts';

// Words that no other sentence holds: the number says which sentence it is.
const SENTENCES: Readonly<Record<Lang, (n: number) => string>> = {
  en: (n) => `Sentence q${n}q stands here.`,
  zh: (n) => `这里是第甲${n}甲句。`,
};
const SOURCE_MARKS: Readonly<Record<Lang, (n: number) => string>> = {
  en: (n) => `q${n}q`,
  zh: (n) => `甲${n}甲`,
};
const targetMark = (n: number): string => `w${n}w`;
const TARGETS: Readonly<Record<Lang, (n: number) => string>> = {
  en: (n) => `This line here says w${n}w at last.`,
  zh: (n) => `这一行译作w${n}w就好。`,
};

const BLOCKS: readonly ((sentence: () => string) => string)[] = [
  (s) => `${s()} ${s()}`,
  (s) => `**${s()}** ${s()}`,
  (s) => `${s()}  \n${s()}`,
  (s) => `## ${s()}`,
  (s) => `#### ${s()}`,
  (s) => `- ${s()}\n- [ ] ${s()} ${s()}\n  1. ${s()}`,
  (s) => `- ${s()}\n\n  ${s()}`,
  (s) => `> ${s()} ${s()}\n> > ${s()}`,
  (s) => `| ${s()} | ${s()} |\n| --- | ---: |\n| ${s()} | 12 |`,
  (s) => `![${s()}](a.jpg)`,
  (s) => `*${s()} ${s()}*`,
  (s) => `[${s()}](https://example.com/) ${s()} <kbd>x</kbd>`,
];

const NOISE: readonly string[] = [
  '<div>',
  '</div>',
  '<details><summary>more</summary>',
  '<table><tr><td>',
  '<script>',
  '<select><option>',
  '<svg><style>',
  '<textarea>',
  '<div data-duizhao="0" id="s-title">',
  '<!-- open',
  '<a href="javascript:alert(1)">',
  '<p>',
  '---',
  '```\ncode\n```',
];

interface Drawn {
  readonly text: string;
  readonly langs: readonly Lang[];
}

const article: fc.Arbitrary<Drawn> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...BLOCKS) },
      { weight: 1, arbitrary: fc.constantFrom(...NOISE) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .chain((parts) =>
    fc.infiniteStream(fc.constantFrom<Lang>('zh', 'en')).map((stream) => {
      const langs: Lang[] = [];
      const sentence = (): string => {
        const lang = stream.next().value as Lang;
        langs.push(lang);
        return SENTENCES[lang](langs.length);
      };
      const title = sentence();
      const blocks = parts.map((part) => (typeof part === 'string' ? part : part(sentence)));
      return { text: `---\ntitle: ${title}\n---\n\n${blocks.join('\n\n')}\n`, langs };
    }),
  );

const numbers = (unit: Unit): number[] =>
  [...unit.segment.text.matchAll(/[q甲](\d+)[q甲]/g)].map((match) => Number(match[1]));

/** The mark of a target comes once for each of its sentence's numbers. */
function stateOf(text: string, tell: (unit: Unit) => Told): ArticleState {
  return articleState('drawn', text, tell);
}

/** The same sentences in the other language, with the tags where they were. */
function target({ segment }: Unit): string {
  return segment.text
    .replace(/Sentence q(\d+)q stands here\./g, (_, n: string) => TARGETS.zh(Number(n)))
    .replace(/这里是第甲(\d+)甲句。/g, (_, n: string) => TARGETS.en(Number(n)));
}

function pageText(state: ArticleState, view: View): string {
  const files = renderTexts([state], { ...OPTIONS, drafts: true });
  return mainText(files.get(`${OPTIONS.paths[view]}/drawn/index.html`) ?? '');
}

function countsIn(text: string, units: readonly Unit[], mark: (n: number, unit: Unit) => string) {
  return units.flatMap((unit) => numbers(unit).map((n) => occurrences(text, mark(n, unit))));
}

const sourceMark = (n: number, unit: Unit): string => {
  const written = unit.segment.text.includes(`q${n}q`) ? 'en' : 'zh';
  return SOURCE_MARKS[written](n);
};

describe('every unit exactly once', () => {
  const RUNS = { numRuns: 25 };

  it('on every page, in the language that it says', () => {
    fc.assert(
      fc.property(article, ({ text }) => {
        const state = stateOf(text, (unit) => ({ target: target(unit) }));
        const files = renderTexts(
          [state],
          { ...OPTIONS, variants: ['tw'] },
          { regional: { tw: (chinese) => chinese.replaceAll('这', '這') } },
        );
        const page = (view: View): string =>
          files.get(`${OPTIONS.paths[view]}/drawn/index.html`) ?? '';
        const derived = mainText(files.get('zh-tw/drawn/index.html') ?? '');
        const note = /本頁.*為準。\n/;
        expect(derived).toMatch(note);
        // What stands in code is not converted: the rest of a page that a raw tag swallows.
        const folded = (text: string): string => text.replaceAll('这', '這');
        expect(folded(derived.replace(note, ''))).toBe(folded(mainText(page('zh'))));
        for (const lang of ['zh', 'en'] as const) {
          const shown = mainText(page(lang));
          const own = state.units.filter((unit) => unit.segment.lang === lang);
          const other = state.units.filter((unit) => unit.segment.lang === otherLang(lang));
          expect(countsIn(shown, own, sourceMark).every((count) => count === 1)).toBe(true);
          expect(countsIn(shown, own, targetMark).every((count) => count === 0)).toBe(true);
          expect(countsIn(shown, other, targetMark).every((count) => count === 1)).toBe(true);
          expect(countsIn(shown, other, sourceMark).every((count) => count === 0)).toBe(true);
        }
        const both = mainText(page('bilingual'));
        expect(countsIn(both, state.units, sourceMark).every((count) => count === 1)).toBe(true);
        expect(countsIn(both, state.units, targetMark).every((count) => count === 1)).toBe(true);
        for (const view of VIEWS) {
          const tree = parsePage(page(view));
          const declared = String(byName(tree, 'html')[0]?.properties['lang']);
          // A title can mark no language: on the page of both it holds both.
          const [body] = byName(tree, 'body');
          expect(body && wrongLanguages(body, declared)).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('in each Markdown file', () => {
    fc.assert(
      fc.property(article, ({ text }) => {
        const state = stateOf(text, (unit) => ({ target: target(unit) }));
        const files = renderTexts([state], OPTIONS);
        const both = files.get('duizhao/drawn/index.md') ?? '';
        expect(countsIn(both, state.units, sourceMark).every((count) => count === 1)).toBe(true);
        expect(countsIn(both, state.units, targetMark).every((count) => count === 1)).toBe(true);
        const english = files.get('en/drawn/index.md') ?? '';
        const own = state.units.filter((unit) => unit.segment.lang === 'en');
        const other = state.units.filter((unit) => unit.segment.lang === 'zh');
        expect(countsIn(english, own, sourceMark).every((count) => count === 1)).toBe(true);
        expect(countsIn(english, other, targetMark).every((count) => count === 1)).toBe(true);
      }),
      RUNS,
    );
  });

  it('leaves an omitted unit out of the target edition only', () => {
    fc.assert(
      fc.property(article, fc.nat(), ({ text }, which) => {
        const all = stateOf(text, () => ({}));
        const gone = all.units[which % all.units.length];
        const state = stateOf(text, (unit) =>
          unit.index === gone?.index ? { status: 'omitted' } : { target: target(unit) },
        );
        if (gone === undefined || gone.segment.untranslatable) return;
        const source = pageText(state, gone.segment.lang);
        const targetPage = pageText(state, otherLang(gone.segment.lang));
        const both = pageText(state, 'bilingual');
        expect(countsIn(source, [gone], sourceMark).every((count) => count === 1)).toBe(true);
        expect(countsIn(targetPage, [gone], sourceMark).every((count) => count === 0)).toBe(true);
        expect(countsIn(both, [gone], sourceMark).every((count) => count === 1)).toBe(true);
      }),
      RUNS,
    );
  });
});
