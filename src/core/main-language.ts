import type { Lang, Segment } from './model.ts';

/** The language that most of an article's translatable segments are written in. */
export function mainLanguage(segments: readonly Segment[]): Lang {
  const chinese = segments.filter((segment) => segment.lang === 'zh').length;
  return chinese * 2 >= segments.length ? 'zh' : 'en';
}
