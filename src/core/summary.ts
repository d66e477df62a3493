/** An article in figures, for `status`, the article list and the check's cache. */
import { STATUSES, type Status } from './model.ts';
import type { ArticleState } from './state.ts';
import { plainText } from './tags.ts';

export interface ArticleSummary {
  readonly slug: string;
  readonly title: string;
  readonly counts: Readonly<Record<Status, number>>;
  /** Segments that need a translation: all but the untranslatable ones. */
  readonly segments: number;
  /** Reviewed or omitted. */
  readonly done: number;
  /** Source words of the segments that are not done: Han characters and Latin words. */
  readonly wordsLeft: number;
}

const WORD = /\p{Script=Han}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Words as translators are paid for them: each Han character, each run of other letters and digits. */
export function countWords(text: string): number {
  // Han letters match the first branch one by one, since it comes first.
  return text.replace(/\p{Script=Han}/gu, ' $& ').match(WORD)?.length ?? 0;
}

function isDone(status: Status): boolean {
  return status === 'reviewed' || status === 'omitted' || status === 'untranslatable';
}

function titleOf(state: ArticleState): string {
  const { front, slug } = state.article;
  if (typeof front.title === 'string' && front.title.trim() !== '') return front.title.trim();
  const heading = state.article.blocks.find((block) => block.kind === 'heading');
  const segment = heading && state.article.segments[heading.segments.from];
  return segment === undefined ? slug : plainText(segment.text);
}

export function summarize(state: ArticleState): ArticleSummary {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<
    Status,
    number
  >;
  let wordsLeft = 0;
  for (const unit of state.units) {
    counts[unit.status] += 1;
    if (!isDone(unit.status)) wordsLeft += countWords(plainText(unit.segment.text));
  }
  return {
    slug: state.article.slug,
    title: titleOf(state),
    counts,
    segments: state.units.length - counts.untranslatable,
    done: counts.reviewed + counts.omitted,
    wordsLeft,
  };
}
