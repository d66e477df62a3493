/** What lists show of an article: whatever else changes of it leaves them as they are. */
import type { Lang } from '../core/model.ts';
import type { ArticleCard, CardTexts } from './card.ts';

type ListTexts = Pick<CardTexts, 'titleParts' | 'dekParts'>;

export interface ListCard extends Pick<ArticleCard, 'slug' | 'date' | 'authors' | 'tags'> {
  readonly isDraft: boolean;
  readonly texts: Readonly<Record<Lang, ListTexts>>;
}

const CARDS = new WeakMap<ArticleCard, ListCard>();

function textsOf({ titleParts, dekParts }: CardTexts): ListTexts {
  return { titleParts, dekParts };
}

/** The same one for the same card, so that its name is made once. */
export function listCard(card: ArticleCard): ListCard {
  const known = CARDS.get(card);
  if (known !== undefined) return known;
  const { slug, date, authors, tags, unreviewed, texts } = card;
  const own = { zh: textsOf(texts.zh), en: textsOf(texts.en) };
  const made = { slug, date, authors, tags, isDraft: unreviewed > 0, texts: own };
  CARDS.set(card, made);
  return made;
}
