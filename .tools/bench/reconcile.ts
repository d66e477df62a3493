/** How well and how fast segments find their keys again after edits whose truth is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffArrays } from 'diff';
import { detectLanguage } from '../../src/core/language.ts';
import { reconcile, type KnownKey, type Subject } from '../../src/core/reconcile/reconcile.ts';
import { scoreArticles } from '../../tests/support/edit-score.ts';
import { median } from './measure.ts';
import { makeSentence, seeded } from './sentences.ts';

/** Paragraphs of running text: no markup, so that a sentence's truth can be followed. */
function paragraphsOf(text: string): string[] {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => /^["“\p{L}\d]/u.test(paragraph) && !/[`[*_|\n]/.test(paragraph))
    .slice(0, 20);
}

function cpu(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function subject(text: string): Subject {
  const lang = detectLanguage(text) ?? 'en';
  const span = { from: 0, to: 0 };
  const segment = { text, lang, span, block: 0, tags: [], untranslatable: false };
  return { segment, field: undefined };
}

const RUNS = 7;

/** Five segments of a hundred are edited, deleted or new. Median of several runs. */
function timeReconcile(count: number): void {
  const draw = seeded(count);
  const texts = Array.from({ length: count }, () => makeSentence(draw).en);
  const subjects = texts.map(subject);
  const { links } = reconcile(subjects, []);
  const known = links.map(({ key }, at): KnownKey => {
    const text = texts[at] ?? '';
    return { key, lang: detectLanguage(text) ?? 'en', texts: [text] };
  });
  const edited = texts.flatMap((text) => {
    const chance = draw(100);
    if (chance === 0) return [];
    if (chance === 1) return [makeSentence(draw).en, text];
    return [chance < 5 ? `${text.slice(0, -1)} again.` : text];
  });
  const now = edited.map(subject);
  const repeat = (work: () => void): number =>
    median(Array.from({ length: RUNS }, () => cpu(work)));
  const own = repeat(() => reconcile(now, known));
  const reference = repeat(() => diffArrays(texts, edited));
  const ratio = (own / reference).toFixed(2);
  console.log(
    `  ${count} segments, 5 % edited: ${own.toFixed(0)} ms of processor time; diffArrays over the same texts ${reference.toFixed(0)} ms, ratio ${ratio}`,
  );
}

/**
 * @param folder of .md or .txt articles; without one the sample is edited
 * @param seed a free one: the time, unless it is given
 */
export function benchReconcile(folder = 'articles', seed = String(Date.now() % 1_000_000)): void {
  const articles = readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .slice(0, 100)
    .map((name) => paragraphsOf(readFileSync(join(folder, name), 'utf8')))
    .filter((paragraphs) => paragraphs.length >= 3);
  const score = scoreArticles(articles, { seed: Number(seed), scripts: 1000 });
  console.log(
    `\nreconcile: ${score.scripts} edit scripts on ${articles.length} articles, seed ${seed}`,
  );
  console.log(`  reviewed targets lost: ${score.lost}`);
  console.log(
    `  on a wrong sentence: ${score.wrong} of ${score.segments} segments (${((100 * score.wrong) / score.segments).toFixed(3)} %)`,
  );
  console.log(
    `  asked again ÷ changed: ${score.again} ÷ ${score.changed} = ${(score.again / score.changed).toFixed(3)}`,
  );
  console.log(`  changed but still reviewed: ${score.falselyKept}`);
  timeReconcile(10_000);
  timeReconcile(20_000);
}
