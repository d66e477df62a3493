/** Which way an article is translated, for the header: an article has no source language of its own. */
import { type Lang, LANGS, otherLang } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { type Part, part, type View } from './row.ts';
import { signsOf } from './signs.ts';

type Sources = Readonly<Record<Lang, number>>;

/** An article is a value: its segments are counted once. */
const known = new WeakMap<ArticleState, Sources>();

function sourcesOf(article: ArticleState): Sources {
  const before = known.get(article);
  if (before !== undefined) return before;
  const sources: Record<Lang, number> = { zh: 0, en: 0 };
  for (const { segment } of article.units) if (!segment.untranslatable) sources[segment.lang] += 1;
  known.set(article, sources);
  return sources;
}

/** `zh→en 14 en→zh 6`: how many segments go which way; without figures when all go one way. */
export function directionParts(article: ArticleState, { ascii }: View): readonly Part[] {
  const sources = sourcesOf(article);
  const langs = LANGS.filter((lang) => sources[lang] > 0);
  const ways = langs.map((lang) => {
    const way = `${lang}${signsOf(ascii).arrow}${otherLang(lang)}`;
    return langs.length === 1 ? way : `${way} ${sources[lang]}`;
  });
  return ways.length === 0 ? [] : [part(`  ${ways.join(' ')}`, 'faint')];
}
