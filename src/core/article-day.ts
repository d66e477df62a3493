/** The day an article is of: terms hold from a day to another. */
import { calendarDay } from './calendar-day.ts';
import type { ArticleState } from './state.ts';

/** `2026-05-01`, where its front matter's date begins with a day so written. */
export function articleDay({ article }: ArticleState): string | undefined {
  const { date } = article.front;
  return typeof date === 'string' ? calendarDay(date)?.text : undefined;
}
