/** Approvals to choose between, as texts for a person. */
import { LANGS, otherLang, type SignOff } from './model.ts';

/**
 * Each one's text in the language in which they differ; both, parted by a slash, where both differ; the
 * target where there is nothing to tell apart.
 */
export function differingTexts(candidates: readonly SignOff[]): readonly string[] {
  const differing = LANGS.filter(
    (lang) => new Set(candidates.map((candidate) => candidate[lang])).size > 1,
  );
  return candidates.map((candidate) => {
    const shown = differing.length > 0 ? differing : [otherLang(candidate.source)];
    return shown.map((lang) => candidate[lang]).join(' / ');
  });
}
