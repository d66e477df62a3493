/** What an article's front matter says in one language, whatever the generator. */
import type { ArticleState } from '../../core/state.ts';
import type { ArticleCard } from '../card.ts';
import type { EditionOptions, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { plainTexts } from '../parts/front.ts';
import type { FrontValue } from './yaml-lines.ts';

export type FrontValues = Readonly<Record<string, FrontValue>>;

/** Names that are ours, or that would send the pages of two languages to one address. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'aliases author authors build date description draft eleventyComputed head id lang layout markup outputs ' +
    'pagination path permalink publish published slug tags templateEngineOverride title translationKey updated url'
  ).split(' '),
);

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Fields of the author's own, as they stand. */
function others(state: ArticleState): FrontValues {
  const kept = Object.entries(state.article.front).filter(
    ([name, value]) =>
      !LEFT_OUT.has(name) && (isPlain(value) || (Array.isArray(value) && value.every(isPlain))),
  );
  return Object.fromEntries(kept) as FrontValues;
}

/** The translated fields but those that have a meaning of their own here. */
function translated(state: ArticleState, view: View, options: EditionOptions): FrontValues {
  const langs = view === 'bilingual' ? (['zh', 'en'] as const) : [view];
  const texts = state.article.blocks.flatMap((block): [string, string][] => {
    if (block.kind !== 'field' || block.field === undefined || LEFT_OUT.has(block.field)) return [];
    const sides = langs.map((lang) =>
      plainTexts(state, block, lang)
        .map(({ text }) => text)
        .join(pageLanguage(lang, options).sentenceGap),
    );
    return [[block.field, [...new Set(sides)].join(' · ')]];
  });
  return Object.fromEntries(texts);
}

function some(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

/** Of a view of an article; on the bilingual one both texts follow one another. */
export function frontValues(
  state: ArticleState,
  card: ArticleCard,
  view: View,
  options: EditionOptions,
): FrontValues {
  const { texts, date, authors, tags, slug, unreviewed } = card;
  const langs = view === 'bilingual' ? (['zh', 'en'] as const) : [view];
  const join = (name: 'title' | 'description'): string | undefined => {
    const found = langs.flatMap((lang) => texts[lang][name] ?? []);
    return found.length === 0 ? undefined : [...new Set(found)].join(' · ');
  };
  const lang = langs.map((each) => pageLanguage(each, options).tag);
  return {
    title: join('title'),
    date: date?.machine,
    lang: lang.length === 1 ? lang[0] : lang,
    translationKey: slug,
    description: join('description'),
    authors: some(authors),
    tags: some(tags),
    draft: unreviewed > 0,
    ...others(state),
    ...translated(state, view, options),
  };
}
