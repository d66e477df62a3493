/** A unit's two texts as an edition shows them. */
import { mayGoOut } from './readiness.ts';
import { otherLang, type InlineTag, type Lang, type Status, type Unit } from '../../core/model.ts';

/** One text of a unit. */
export interface Side {
  /** Tagged text; the numbers are those of `tags`. */
  readonly text: string;
  readonly tags: readonly InlineTag[];
  readonly lang: Lang;
  readonly role: 'source' | 'target';
  /** False marks a text that nobody signed off as it stands here. */
  readonly reviewed: boolean;
}

/** The article's own text. */
export function sourceSide(unit: Unit): Side {
  const { text, tags, lang } = unit.segment;
  return { text, tags, lang, role: 'source', reviewed: true };
}

const NO_TARGET: ReadonlySet<Status> = new Set(['untranslated', 'untranslatable', 'omitted']);

function targetText(unit: Unit, lang: Lang): string | null {
  if (NO_TARGET.has(unit.status)) return null;
  const approved = unit.status === 'draft' ? undefined : unit.pair;
  return (approved?.[lang] ?? unit.draft?.text) || null;
}

/**
 * The other language's text: the approved pair, else the draft; null when the unit is left out of
 * that language on purpose, cannot be translated, or has no text there yet.
 */
export function targetSide(unit: Unit): Side | null {
  const lang = otherLang(unit.segment.lang);
  const text = targetText(unit, lang);
  if (text === null) return null;
  const reviewed = mayGoOut(unit);
  return { text, tags: unit.segment.tags, lang, role: 'target', reviewed };
}

/**
 * What the one-language edition shows of a unit, or null when it leaves it out. What cannot be
 * translated, or is not translated yet, stays in its own language.
 */
export function sideIn(unit: Unit, lang: Lang): Side | null {
  if (unit.segment.lang === lang) return sourceSide(unit);
  if (unit.status === 'omitted') return null;
  return targetSide(unit) ?? { ...sourceSide(unit), reviewed: unit.status === 'untranslatable' };
}

/** Whether a unit's own key can stand on a page as `s-<key>`. */
export function anchorOf(unit: Unit): string | null {
  return unit.status === 'untranslatable' || unit.key === '' ? null : `s-${unit.key}`;
}
