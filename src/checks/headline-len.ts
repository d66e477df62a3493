import { LANGS, type Lang } from '../core/model.ts';
import { optionOf, type CheckOption, type Hit, type PairCheck, type PairView } from './check.ts';

const HAN = /\p{Script=Han}/gu;

/** Chinese is counted in Han characters, English in characters. */
function lengthOf(lang: Lang, text: string): number {
  return lang === 'zh' ? (text.match(HAN)?.length ?? 0) : [...text].length;
}

const OPTIONS: Readonly<Record<Lang, CheckOption>> = { zh: { fallback: 22 }, en: { fallback: 70 } };

function run(view: PairView, check: PairCheck): readonly Hit[] {
  if (!view.headline) return [];
  return LANGS.flatMap((lang) => {
    const limit: number = optionOf(view.setting, check, lang);
    const length = lengthOf(lang, view[lang]);
    return length <= limit ? [] : [{ side: lang, values: { side: lang, length, limit } }];
  });
}

/** A headline is no longer than its column: 22 Han characters, 70 characters of English. */
export const headlineLen: PairCheck = {
  id: 'headline.len',
  severity: 'warning',
  group: 'form',
  options: OPTIONS,
  scope: 'pair',
  run,
};
