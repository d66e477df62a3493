/** The day an article is of: terms hold from a day to another. */
import type { ArticleState } from './state.ts';

/** `2026-05-01`, where its front matter's date begins with a day so written. */
export function articleDay({ article }: ArticleState): string | undefined {
  const { date } = article.front;
  return typeof date === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] : undefined;
}
