/** A workspace of made-up articles, every segment reviewed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyOperations } from '../../src/core/apply.ts';
import { buildState } from '../../src/core/load.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import { LANGS, otherLang, type Lang, type Pair, type Unit } from '../../src/core/model.ts';
import type { SignOffOperation } from '../../src/core/operations.ts';
import { articlePath, localePath, reviewPath } from '../../src/core/paths.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import { makeHeadline, makeSentence, seeded, type Draw } from './sentences.ts';

const AT = '2026-09-01T08:00:00.000Z';

interface Made {
  readonly text: string;
  readonly pairs: ReadonlyMap<string, Pair>;
}

function markdownOf(tagged: string): string {
  return tagged.replace(/<1>(.*?)<\/1>/g, '**$1**');
}

/** An article of so many segments: a title, then headings, lists and paragraphs of five sentences. */
function makeArticle(draw: Draw, source: Lang, segments: number): Made {
  const pairs = new Map<string, Pair>();
  const take = (make: (draw: Draw) => Pair): string => {
    let pair = make(draw);
    while (pairs.has(pair[source])) pair = make(draw);
    pairs.set(pair[source], pair);
    return markdownOf(pair[source]);
  };
  const title = take(makeHeadline);
  const blocks = [`---\ntitle: '${title}'\ndate: 2026-09-01\n---`];
  const gap = source === 'zh' ? '' : ' ';
  while (pairs.size < segments) {
    const left = segments - pairs.size;
    if (blocks.length % 4 === 0) blocks.push(`## ${take(makeHeadline)}`);
    else if (blocks.length % 7 === 0) {
      const items = Array.from({ length: Math.min(3, left) }, () => `- ${take(makeSentence)}`);
      blocks.push(items.join('\n'));
    } else {
      const sentences = Array.from({ length: Math.min(5, left) }, () => take(makeSentence));
      blocks.push(sentences.join(gap));
    }
  }
  return { text: `${blocks.join('\n\n')}\n`, pairs };
}

function signOff(unit: Unit, pairs: ReadonlyMap<string, Pair>): SignOffOperation {
  const { text, lang } = unit.segment;
  const pair = pairs.get(text);
  if (pair === undefined) throw new Error(`cut in another place: ${text}`);
  const target = { [otherLang(lang)]: pair[otherLang(lang)] };
  const texts = { zh: text, en: text, ...target };
  return { type: 'sign-off', key: unit.key, at: AT, by: 'bench', source: lang, ...texts };
}

/** Writes the article alone: nothing of it is translated. */
function writeSource(folder: string, slug: string, { text }: Made): void {
  writeFileSync(join(folder, articlePath(slug)), text);
}

function writeArticle(folder: string, slug: string, { text, pairs }: Made): number {
  const fresh = buildState({ slug, article: text, zh: null, en: null, review: null });
  const operations = fresh.units.map((unit) => signOff(unit, pairs));
  const state = applyOperations(fresh, operations, 1);
  const files: readonly (readonly [string, string])[] = [
    [articlePath(slug), text],
    [reviewPath(slug), serializeReview(state.records.values(), [])],
    ...LANGS.map((lang) => [localePath(lang, slug), serializeLocale(state.locales[lang])] as const),
  ];
  for (const [path, content] of files) writeFileSync(join(folder, path), content);
  return state.units.filter((unit) => unit.status === 'reviewed').length;
}

/** Puts another reviewed article in the place of one; each seed another. */
export function rewriteArticle(folder: string, slug: string, segments: number, seed: number): void {
  writeArticle(folder, slug, makeArticle(seeded(seed), 'en', segments));
}

export interface Size {
  readonly articles: number;
  readonly segments: number;
  /** Nothing is translated. */
  readonly sourceOnly?: boolean;
}

/** Writes a workspace; sources alternate between Chinese and English. */
export function writeWorkspace(
  folder: string,
  { articles, segments, sourceOnly = false }: Size,
): void {
  for (const path of ['articles', 'locales/zh', 'locales/en']) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  const draw = seeded(20_260_901);
  for (let index = 1; index <= articles; index += 1) {
    const slug = `letter-${String(index).padStart(4, '0')}`;
    const made = makeArticle(draw, index % 2 === 0 ? 'en' : 'zh', segments);
    if (sourceOnly) writeSource(folder, slug, made);
    const reviewed = sourceOnly ? segments : writeArticle(folder, slug, made);
    if (reviewed !== segments) throw new Error(`${slug}: ${reviewed} of ${segments} reviewed`);
  }
}
