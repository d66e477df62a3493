/** Engines that lose their way say the same over and over. */
import type { Lang } from '../../model.ts';

/** Units of a text, and how many of them make a phrase. */
const UNITS: Readonly<Record<Lang, { readonly unit: RegExp; readonly phrase: number }>> = {
  zh: { unit: /\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu, phrase: 6 },
  en: { unit: /[\p{L}\p{M}\p{N}'’-]+/gu, phrase: 4 },
};

/** A phrase that long must not stand so often in a row. */
const TIMES = 3;
/** Periods that are looked for: no phrase is longer. */
const LONGEST = 60;
/** Texts of so many units are read. */
const READ = 2000;

/** Whether the units repeat with a period over `TIMES` rounds somewhere. */
function loops(units: readonly string[], period: number, least: number): boolean {
  let run = 0;
  for (let at = period; at < units.length; at += 1) {
    run = units[at] === units[at - period] ? run + 1 : 0;
    if (run >= Math.max(period * (TIMES - 1), least)) return true;
  }
  return false;
}

/** Whether one phrase covers most of the text. */
function covers(units: readonly string[], phrase: number): boolean {
  const counts = new Map<string, number>();
  for (let at = 0; at + phrase <= units.length; at += 1) {
    const gram = units.slice(at, at + phrase).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return most >= TIMES && most * phrase > units.length / 2;
}

/** Whether a phrase stands three times in a row, or makes up most of the text. */
export function isRepeated(text: string, lang: Lang): boolean {
  const { unit, phrase } = UNITS[lang];
  const units = (text.toLowerCase().match(unit) ?? []).slice(0, READ);
  const longest = Math.min(LONGEST, Math.floor(units.length / TIMES));
  for (let period = 1; period <= longest; period += 1) {
    if (loops(units, period, phrase * (TIMES - 1))) return true;
  }
  return covers(units, phrase);
}
