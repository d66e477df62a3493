/** Front matter as pages need it. */
import { calendarDay } from '../../core/calendar-day.ts';
import type { Block, Lang, Unit } from '../../core/model.ts';
import type { ArticleState } from '../../core/state.ts';
import { plainText } from '../../core/tags.ts';
import type { EditionOptions } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import { sideIn } from './sides.ts';

/** A calendar date of an article, as `<time>` takes it and as a reader does. */
export interface ArticleDate {
  readonly machine: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A text as a calendar date; null when it does not begin with one that there is (ISO 8601). */
export function dateOf(text: string): ArticleDate | null {
  const found = calendarDay(text);
  if (found === null) return null;
  const { text: machine, year, month, day } = found;
  return { machine, year, month, day };
}

/** The date in a field of the front matter; null when it has none or it is no ISO 8601 date. */
export function dateIn(state: ArticleState, field: string): ArticleDate | null {
  return dateOf(String(state.article.front[field] ?? ''));
}

/** The date that the article carries. */
export function articleDate(state: ArticleState): ArticleDate | null {
  return dateIn(state, 'date');
}

/** The authors' names as they stand in the article. */
export function authors(state: ArticleState): readonly string[] {
  const author = state.article.front['author'];
  const list: readonly unknown[] = Array.isArray(author) ? author : [author];
  return list.filter(isWord);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The article's tags as they stand in its front matter, each once. */
export function tagsOf(state: ArticleState): readonly string[] {
  const tags = state.article.front['tags'];
  const list: readonly unknown[] = Array.isArray(tags) ? tags : [tags];
  return [...new Set(list.filter(isWord).map((tag) => tag.trim()))];
}

/** The block of a translatable front-matter field. */
export function fieldBlock(state: ArticleState, field: string): Block | undefined {
  return state.article.blocks.find((block) => block.kind === 'field' && block.field === field);
}

/** The units of a block, in reading order. */
export function blockUnits(state: ArticleState, block: Block): readonly Unit[] {
  return state.units.slice(block.segments.from, block.segments.to);
}

/** A text without markup, in the language it really is in. */
export interface PlainText {
  readonly text: string;
  readonly lang: Lang;
}

/** What one language's edition shows of a block, as plain texts. */
export function plainTexts(state: ArticleState, block: Block, lang: Lang): readonly PlainText[] {
  return blockUnits(state, block).flatMap((unit) => {
    const side = sideIn(unit, lang);
    return side === null ? [] : [{ text: plainText(side.text), lang: side.lang }];
  });
}

/** Joins plain texts with the gap of the page's language; null when there are none. */
function joinTexts(
  texts: readonly PlainText[],
  lang: Lang,
  options: EditionOptions,
): string | null {
  if (texts.length === 0) return null;
  return texts.map(({ text }) => text).join(pageLanguage(lang, options).sentenceGap);
}

function fieldText(
  state: ArticleState,
  field: string,
  lang: Lang,
  options: EditionOptions,
): string | null {
  const block = fieldBlock(state, field);
  return block === undefined ? null : joinTexts(plainTexts(state, block, lang), lang, options);
}

/** The block that serves as title: the field, else the body's first heading. */
export function titleBlock(state: ArticleState): Block | undefined {
  return (
    fieldBlock(state, 'title') ?? state.article.blocks.find((block) => block.kind === 'heading')
  );
}

/** The title as plain text; the slug when the article has none. */
export function titleText(state: ArticleState, lang: Lang, options: EditionOptions): string {
  const block = titleBlock(state);
  const text =
    block === undefined ? null : joinTexts(plainTexts(state, block, lang), lang, options);
  return text ?? state.article.slug;
}

/** The line under the title: `dek`, else `description`. */
export function ledeBlock(state: ArticleState): Block | undefined {
  return fieldBlock(state, 'dek') ?? fieldBlock(state, 'description');
}

/** What search results show: `description`, else `dek`, else the body's first sentence. */
export function descriptionText(
  state: ArticleState,
  lang: Lang,
  options: EditionOptions,
): string | null {
  const field =
    fieldText(state, 'description', lang, options) ?? fieldText(state, 'dek', lang, options);
  if (field !== null) return field;
  const first = state.article.blocks.find((block) => block.kind === 'paragraph');
  return first === undefined
    ? null
    : joinTexts(plainTexts(state, first, lang).slice(0, 1), lang, options);
}

/** Fields that a reader sees: all but the title, and a description beside a dek. */
export function shownFields(state: ArticleState): readonly Block[] {
  const lede = ledeBlock(state);
  return state.article.blocks.filter(
    ({ kind, field }) =>
      kind === 'field' &&
      field !== 'title' &&
      (field !== 'description' || lede?.field === 'description'),
  );
}
