/** Looking a sentence up in a memory of 100,000 pairs, beside measuring each of them with the same score. */
import type { Lang } from '../../src/core/model.ts';
import type { ApprovedPair } from '../../src/memory/approved-pairs.ts';
import { concordance } from '../../src/memory/concordance.ts';
import { Likeness, floorFor } from '../../src/memory/likeness.ts';
import { MemoryBuilder, type Memory } from '../../src/memory/memory.ts';
import { findMatches } from '../../src/memory/scored.ts';
import { loadScriptFold } from '../../src/memory/script-fold.ts';
import { unitsOf } from '../../src/memory/units.ts';
import { makeSentence, seeded, type Draw } from './sentences.ts';

const PAIRS = 100_000;
const PAIRS_AN_ARTICLE = 40;
const QUERIES = 300;
const SCANS = 40;

const SYLLABLES =
  'ka lo mi ren to su va ni der pol ter gan shi bo lin fra ces tu mar hel dis con pre ing er ly'.split(
    ' ',
  );
const COMMON_HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞';

function word(draw: Draw, syllables: number): string {
  return Array.from({ length: 1 + draw(syllables) }, () => SYLLABLES[draw(SYLLABLES.length)]).join(
    '',
  );
}

/** Words of a language are used unevenly: about half of a text are its hundred commonest. */
function uneven(draw: Draw, size: number): number {
  return Math.floor(size ** (draw(10_000) / 10_000)) - 1;
}

interface Words {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

function makeWords(draw: Draw): Words {
  const han = (): string =>
    Array.from({ length: 1 + draw(3) }, () =>
      COMMON_HAN.charAt(uneven(draw, COMMON_HAN.length)),
    ).join('');
  return {
    zh: Array.from({ length: 20_000 }, han),
    en: Array.from({ length: 20_000 }, () => word(draw, 4)),
  };
}

/** Half from templates, so that near-duplicates abound; half from words, of the length of news sentences. */
function makePair(draw: Draw, words: Words): Record<Lang, string> {
  if (draw(2) === 0) return makeSentence(draw);
  const length = 8 + draw(24);
  const some = (lang: Lang): string[] =>
    Array.from({ length }, () => words[lang][uneven(draw, words[lang].length)] ?? '');
  return { zh: `${some('zh').join('')}。`, en: `${some('en').join(' ')}.` };
}

function fill(builder: MemoryBuilder, draw: Draw, words: Words): readonly ApprovedPair[] {
  const all: ApprovedPair[] = [];
  for (let from = 0; from < PAIRS; from += PAIRS_AN_ARTICLE) {
    const slug = `a${from}`;
    const pairs = Array.from({ length: PAIRS_AN_ARTICLE }, (_, at): ApprovedPair => {
      const day = new Date(Date.UTC(2030, 0, 1 + draw(700))).toISOString();
      return { ...makePair(draw, words), source: 'zh', slug, key: `s${at}`, at: day, around: null };
    });
    builder.addPairs(slug, pairs);
    all.push(...pairs);
  }
  return all;
}

/** Words swapped, left out and added: a tenth of a sentence, and a fifth of one. */
function edited(draw: Draw, text: string, lang: Lang, words: Words): string {
  const parts = lang === 'zh' ? [...text] : text.split(' ');
  const edits = Math.ceil(parts.length * (draw(2) === 0 ? 0.1 : 0.2));
  for (let edit = 0; edit < edits; edit += 1) {
    const other = words[lang][draw(1000)] ?? '';
    parts.splice(draw(parts.length), draw(2), ...(draw(3) === 0 ? [] : [other]));
  }
  return parts.join(lang === 'zh' ? '' : ' ');
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

/** The best score of a linear scan, and what it cost. */
function scan(memory: Memory, text: string, lang: Lang): number {
  const index = memory.chunks[0]?.indexes[lang];
  if (index === undefined) return 0;
  const units = index.numbered(unitsOf(text));
  const likeness = new Likeness(units, lang);
  let best = floorFor(units.length, lang);
  for (let at = 0; at < index.size; at += 1) {
    best = Math.max(best, likeness.to(index.unitsAt(at), best));
  }
  return best;
}

function row(name: string, times: readonly number[], reference: number): void {
  const figures = [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(2).padStart(9));
  const ratio = `${(percentile(times, 0.5) / reference).toFixed(4)}x`;
  console.log(`${name.padEnd(34)}${figures.join('')}${ratio.padStart(10)}`);
}

function benchLookUps(memory: Memory, queries: readonly string[], lang: Lang): void {
  for (const text of queries.slice(0, 20)) findMatches(memory, { text, lang });
  const scanned = queries.slice(0, SCANS).map((text) => timed(() => scan(memory, text, lang)));
  const scans = scanned.map(([, time]) => time);
  const looked = queries.map((text) => timed(() => findMatches(memory, { text, lang })));
  const reference = percentile(scans, 0.5);
  row(`${lang}: linear scan, same score`, scans, reference);
  row(
    `${lang}: look-up`,
    looked.map(([, time]) => time),
    reference,
  );
  const met = scanned.filter(([best], at) => {
    const score = looked[at]?.[0][0]?.score ?? 0;
    // Danger caps what is shown: the scan knows of none.
    return score >= Math.min(84, Math.floor(best * 100));
  });
  console.log(
    `${lang}: best match of the scan found by the look-up: ${met.length} of ${scans.length}`,
  );
}

async function benchConcordance(memory: Memory, draw: Draw, words: Words): Promise<void> {
  const fold = await loadScriptFold();
  const ask = (query: string) => timed(() => concordance(memory, query, { limit: 50, fold }));
  const [, first] = ask('铁路');
  console.log(`concordance, the first question: ${first.toFixed(0)} ms`);
  const zh = [
    '铁',
    '鐵路',
    '的',
    '从北港到',
    ...Array.from({ length: 40 }, () => words.zh[draw(5000)] ?? ''),
  ];
  const en = [
    'the',
    'by rail',
    'kalo',
    ...Array.from({ length: 40 }, () => words.en[draw(5000)] ?? ''),
  ];
  row(
    'concordance, zh',
    zh.map((query) => ask(query)[1]),
    first,
  );
  row(
    'concordance, en',
    en.map((query) => ask(query)[1]),
    first,
  );
}

export async function benchMemory(): Promise<void> {
  const draw = seeded(20_261_123);
  const words = makeWords(draw);
  const before = process.memoryUsage();
  const builder = new MemoryBuilder();
  const [pairs, filling] = timed(() => fill(builder, draw, words));
  const [memory, finishing] = timed(() => builder.finish());
  const bytes = (['zh', 'en'] as const).map((lang) => memory.chunks[0]?.indexes[lang].bytes ?? 0);
  console.log(`\nmemory: ${PAIRS} pairs, ${QUERIES} look-ups a language`);
  console.log(
    `made and cut into units in ${filling.toFixed(0)} ms, indexed in ${finishing.toFixed(0)} ms`,
  );
  const megabytes = (value: number): string => `${(value / 1e6).toFixed(0)} MB`;
  const grown = process.memoryUsage().rss - before.rss;
  console.log(
    `index zh ${megabytes(bytes[0] ?? 0)}, en ${megabytes(bytes[1] ?? 0)}; process grew by ${megabytes(grown)}`,
  );
  console.log(
    `${''.padEnd(34)}${['p50 ms', 'p95 ms', 'max ms', 'ratio'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const lang of ['zh', 'en'] as const) {
    const queries = Array.from({ length: QUERIES }, () =>
      edited(draw, pairs[draw(pairs.length)]?.[lang] ?? '', lang, words),
    );
    benchLookUps(memory, queries, lang);
  }
  await benchConcordance(memory, draw, words);
}
