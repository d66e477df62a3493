import { isNamesOnly } from '../core/drafting/doubts/language.ts';
import { isTranslatable } from '../core/language.ts';
import { otherLang, type Finding, type InlineMark, type Lang, type Unit } from '../core/model.ts';
import type { ArticleCheck, CheckSubject } from './check.ts';
import { unitFinding } from './unit-check.ts';

/** Something to translate, and not a name that is the same in both languages. */
function hasWords(alt: string): boolean {
  return isTranslatable(alt) && !isNamesOnly(alt);
}

const HTML_ALT = /^<img\s(?:[^"']|"[^"]*"|'[^']*')*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

function altOf(mark: InlineMark): string {
  if (mark.type === 'image') return mark.alt;
  const [, double, single] = mark.type === 'html' ? (HTML_ALT.exec(mark.value) ?? []) : [];
  return double ?? single ?? '';
}

/** Alternative texts that a segment's images have in the article. */
function images({ segment }: Unit): readonly string[] {
  return segment.tags.map(({ mark }) => altOf(mark)).filter(hasWords);
}

const HAN = /\p{Script=Han}/u;

function langOf(alt: string): Lang {
  return HAN.test(alt) ? 'zh' : 'en';
}

/**
 * The alternative text of an image inside a sentence: it belongs to the image's tag, so both editions
 * show it as it stands in the article.
 */
function altFindings(check: ArticleCheck, subject: CheckSubject): Finding[] {
  return subject.judged.flatMap(({ unit }) =>
    images(unit).map((alt) =>
      unitFinding(check, subject, unit, { side: otherLang(langOf(alt)), alt }),
    ),
  );
}

/** Images have an alternative text in both languages. */
export const altText: ArticleCheck = {
  id: 'alt',
  severity: 'warning',
  group: 'markup',
  scope: 'article',
  run: (subject, check) => altFindings(check, subject),
};
