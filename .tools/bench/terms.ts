/** Finding the terms of a large term base, against asking each text for each form. */
import type { Lang } from '../../src/core/model.ts';
import type { Term } from '../../src/terms/model.ts';
import { createMatcher } from '../../src/terms/matcher.ts';
import { makeSentence, seeded, type Draw } from './sentences.ts';

const TERMS = 5000;
const SEGMENTS = 10_000;
const SYLLABLES = 'ka lo mi ren to su va ni der pol ter gan shi bo lin fra ces tu mar hel'.split(
  ' ',
);
const HAN = '安北长东方光国海河华江京景口林龙明南平青山上石水泰天文西新兴阳银永云中州';

function several(draw: Draw, least: number, most: number, one: () => string): string[] {
  return Array.from({ length: least + draw(most - least + 1) }, one);
}

function madeTerm(draw: Draw, index: number): Term {
  const word = (): string =>
    several(draw, 2, 3, () => SYLLABLES[draw(SYLLABLES.length)] ?? '').join('');
  const han = (): string => several(draw, 2, 6, () => HAN.charAt(draw(HAN.length))).join('');
  const phrase = (): string => several(draw, 1, 3, word).join(' ');
  return {
    zh: index % 5 === 0 ? [han(), han()] : [han()],
    en: index % 5 === 0 ? [phrase(), phrase()] : [phrase()],
    forbidden: { zh: [], en: index % 20 === 0 ? [phrase()] : [] },
    keep: false,
    caseSensitive: false,
    line: index + 2,
  };
}

interface Text {
  readonly lang: Lang;
  readonly text: string;
}

/** Half Chinese, half English; about every second text holds a term. */
function madeTexts(draw: Draw, terms: readonly Term[]): readonly Text[] {
  return Array.from({ length: SEGMENTS }, (_, index) => {
    const lang = index % 2 === 0 ? 'zh' : 'en';
    const pair = makeSentence(draw);
    const term = terms[draw(terms.length)]?.[lang][0] ?? '';
    const added = lang === 'zh' ? `，${term}` : ` and the ${term}s`;
    return { lang, text: pair[lang] + (draw(2) === 0 ? added : '') };
  });
}

/** Processor time, user and system, milliseconds, and what was found. */
function timed(work: () => number): { readonly cpu: number; readonly found: number } {
  const start = process.cpuUsage();
  const found = work();
  const { user, system } = process.cpuUsage(start);
  return { cpu: (user + system) / 1000, found };
}

function naive(terms: readonly Term[], texts: readonly Text[]): number {
  const formsIn = (lang: Lang): readonly string[] =>
    terms.flatMap((term) => [...term[lang], ...term.forbidden[lang]]);
  const forms = { zh: formsIn('zh'), en: formsIn('en') };
  let found = 0;
  for (const { lang, text } of texts) {
    for (const form of forms[lang]) if (text.includes(form)) found += 1;
  }
  return found;
}

export function benchTerms(): void {
  const draw = seeded(20_261_123);
  const terms = Array.from({ length: TERMS }, (_, index) => madeTerm(draw, index));
  const texts = madeTexts(draw, terms);
  const compile = timed(() => {
    const matcher = createMatcher(terms);
    return matcher.find('', 'zh').length + matcher.find('', 'en').length;
  });
  const all = timed(() => {
    const matcher = createMatcher(terms);
    return texts.reduce((sum, { lang, text }) => sum + matcher.find(text, lang).length, 0);
  });
  const reference = timed(() => naive(terms, texts));
  console.log(`\nterms: ${TERMS} terms, ${SEGMENTS} segments, half of them Chinese`);
  const rows = [
    ['text.includes for each form', reference],
    ['matcher, compiled and searched', all],
    ['of which compiling', compile],
  ] as const;
  for (const [name, { cpu, found }] of rows) {
    const ratio = `${(cpu / reference.cpu).toFixed(3)}x`;
    console.log(
      `${name.padEnd(32)}${cpu.toFixed(0).padStart(8)} ms cpu${ratio.padStart(9)}${String(found).padStart(8)} found`,
    );
  }
}
