/** What readers are told of a page's changes, and of text that is not today's. */
import { LANGS, type Lang } from '../../core/model.ts';
import type { CorrectionNote } from '../../core/published/event.ts';
import type { ArticleCard, CardCorrection } from '../card.ts';
import type { EditionOptions, Site, View } from '../edition.ts';
import { pageLanguage } from '../language/index.ts';
import type { PageContext } from '../theme/parts.ts';
import { dateProps } from './dates.ts';
import { element, lines, type Child } from './element.ts';
import { themeOf } from './page.ts';
import { inLanguage, label } from './words.ts';

/** The languages of a page. */
function languagesOf(view: View): readonly Lang[] {
  return view === 'bilingual' ? LANGS : [view];
}

function inOwn(name: 'del' | 'ins', lang: Lang, text: string, options: EditionOptions): Child {
  return element(name, { lang: pageLanguage(lang, options).tag }, text);
}

/** A word to the readers: in the page's languages where it is in any, else in those that it is in. */
export function noteTexts(
  note: CorrectionNote,
  view: View,
): readonly { readonly lang: Lang; readonly text: string }[] {
  const own = languagesOf(view).filter((lang) => note[lang] !== undefined);
  const said = own.length > 0 ? own : LANGS;
  return said.flatMap((lang) => {
    const text = note[lang];
    return text === undefined ? [] : [{ lang, text }];
  });
}

function noteWords(note: CorrectionNote, view: View, options: EditionOptions): Child[] {
  return noteTexts(note, view).flatMap(({ lang, text }) => [inLanguage(lang, text, options), ' ']);
}

/** What stood there and what stands there now, in the page's languages. */
function changeWords({ changes }: CardCorrection, view: View, options: EditionOptions): Child[] {
  return changes
    .filter(({ lang }) => languagesOf(view).includes(lang))
    .flatMap(({ lang, from, to }): Child[] => {
      const before = from === null ? null : inOwn('del', lang, from, options);
      const after = to === null ? null : inOwn('ins', lang, to, options);
      const arrow = before === null || after === null ? null : ' → ';
      return [element('span', { className: ['change'] }, before, arrow, after), ' '];
    });
}

function concerns({ langs, note }: CardCorrection, view: View): boolean {
  return note !== undefined || languagesOf(view).some((lang) => langs.includes(lang));
}

/** What was changed since the article came out, newest first; null where nothing was. */
export function correctionsOf(card: ArticleCard, view: View, page: PageContext, site: Site): Child {
  const { options } = site;
  const entries = card.corrections
    .filter((correction) => concerns(correction, view))
    .map((correction) => ({
      date: dateProps(correction.date, view, options),
      note:
        correction.note === undefined
          ? label(view, 'updated', options)
          : [
              ...noteWords(correction.note, view, options),
              ...changeWords(correction, view, options),
            ],
    }));
  return entries.length === 0 ? null : themeOf(site).corrections({ page, entries });
}

/** The notice on a page that shows text as it was approved last, in both languages; null on any other. */
export function lastApprovedNotice(card: ArticleCard, options: EditionOptions): Child {
  if (card.lastApproved === 0) return null;
  const paragraphs = LANGS.map((lang) => {
    const words = pageLanguage(lang, options);
    return element('p', { lang: words.tag }, words.lastApproved);
  });
  return element('div', { className: ['notice'], role: 'note' }, ...lines(...paragraphs));
}
