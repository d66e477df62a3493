import { LANGS, type Lang } from '../core/model.ts';
import type { TermMatch } from '../terms/model.ts';
import type { Hit, PairCheck } from './check.ts';

function hitOf(lang: Lang, text: string, { term, span }: TermMatch): Hit {
  const word = text.slice(span.from, span.to);
  const [right = ''] = term[lang];
  const hit: Hit = { side: lang, values: { word, right }, spans: { [lang]: [span] } };
  // English words are inflected, so only a person can put the other one in.
  if (lang === 'en' || right === '') return hit;
  return { ...hit, fix: { lang, edits: [{ ...span, text: right }] } };
}

/** Renderings that the term base forbids, whatever stands on the other side. */
export const termForbidden: PairCheck = {
  id: 'term.forbidden',
  severity: 'error',
  group: 'names',
  scope: 'pair',
  fixes: 'wording',
  run: (view) => {
    const { setting, day } = view;
    if (setting.matcher.terms.length === 0) return [];
    return LANGS.flatMap((lang) =>
      setting.matcher
        .find(view[lang], lang, day)
        .filter(({ forbidden }) => forbidden)
        .map((match) => hitOf(lang, view[lang], match)),
    );
  },
};
