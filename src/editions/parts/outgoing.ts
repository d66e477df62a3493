/** What of an article goes out, as texts: for the record, and for telling what is behind. */
import { createHash } from 'node:crypto';
import { LANGS, type Lang, type Unit } from '../../core/model.ts';
import type { ShownTexts } from '../../core/published/event.ts';
import type { ArticleState } from '../../core/state.ts';
import { sideIn } from './sides.ts';

function shown(unit: Unit): ShownTexts {
  return { zh: sideIn(unit, 'zh')?.text ?? null, en: sideIn(unit, 'en')?.text ?? null };
}

/** What each key shows in the two languages, in reading order; units without a key never change. */
export function shownTexts(state: ArticleState): ReadonlyMap<string, ShownTexts> {
  const keyed = state.units.filter(({ key }) => key !== '');
  return new Map(keyed.map((unit) => [unit.key, shown(unit)]));
}

/** Names of all that is shown in a language: 16 bytes of SHA-256, in base64url. */
export function shownHash(state: ArticleState): Readonly<Record<Lang, string>> {
  const all = state.units.map((unit) => ({ key: unit.key, texts: shown(unit) }));
  const nameOf = (lang: Lang): string => {
    const texts = JSON.stringify(all.map(({ key, texts }) => [key, texts[lang]]));
    return createHash('sha256').update(texts).digest('base64url').slice(0, 22);
  };
  const [zh, en] = LANGS.map(nameOf);
  return { zh: zh ?? '', en: en ?? '' };
}
