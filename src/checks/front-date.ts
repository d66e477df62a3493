import { calendarDay } from '../core/calendar-day.ts';
import { articlePath } from '../core/paths.ts';
import { placeAt } from '../core/place.ts';
import type { ArticleCheck } from './check.ts';

const FIELDS = ['date', 'published', 'updated'] as const;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}

/** A date of the front matter that is no day: pages and feeds would have to make one up. */
export const frontDate: ArticleCheck = {
  id: 'front.date',
  severity: 'error',
  scope: 'article',
  group: 'files',
  run: ({ state }, check) => {
    const { slug, text, front, bodyFrom } = state.article;
    return FIELDS.flatMap((field) => {
      const value = front[field];
      if (value === undefined || calendarDay(textOf(value)) !== null) return [];
      const head = text.slice(0, bodyFrom);
      const at = Math.max(0, head.search(new RegExp(`^${field}[ \\t]*:`, 'm')));
      const place = placeAt(articlePath(slug), head, at);
      const values = { field, value: textOf(value) };
      return [{ check: check.id, severity: check.severity, slug, place, values }];
    });
  },
};
