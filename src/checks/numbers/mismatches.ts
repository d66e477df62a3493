/** What the quantities of a pair contradict each other in, shared by the checks of numbers: one finding a mismatch. */
import { compareQuantities } from '../../core/quantities/compare-quantities.ts';
import type { Mismatch, MismatchClass } from '../../core/quantities/mismatch.ts';
import { settle, type Quantity } from '../../core/quantities/quantity.ts';
import { LANGS, otherLang, type Lang, type Span } from '../../core/model.ts';
import type { Hit, PairCheck, PairView } from '../check.ts';
import { isUntranslated, wrongSides } from '../language/languages.ts';
import { once } from '../once.ts';

const ANY_FIGURE = /\p{N}|\p{Script=Han}/u;

const mismatches = once((view: PairView): readonly Mismatch[] => {
  if (!ANY_FIGURE.test(view.zh)) return [];
  const found = compareQuantities(view.zh, view.en);
  // A text in the wrong language says nothing of numbers.
  const unread = found.length > 0 && (isUntranslated(view) || wrongSides(view).length > 0);
  return unread ? [] : found;
});

function spansOf(mismatch: Mismatch): Readonly<Partial<Record<Lang, readonly Span[]>>> {
  return Object.fromEntries(
    LANGS.flatMap((lang) => {
      const item = mismatch[lang];
      return item === undefined ? [] : [[lang, [{ from: item.from, to: item.to }]]];
    }),
  );
}

/** Of two contradicting quantities both texts; of a lone one what it says and where. */
function valuesOf(zh: Quantity | undefined, en: Quantity | undefined): NonNullable<Hit['values']> {
  if (zh !== undefined && en !== undefined) return { zh: zh.text, en: en.text };
  const said = zh?.text ?? en?.text ?? '';
  return { context: 'alone', said, side: zh === undefined ? 'en' : 'zh' };
}

function factorOf({ factor }: Mismatch): Readonly<Record<string, string | number>> {
  if (factor === undefined) return {};
  return { context: 'factor', factor: settle(Math.max(factor, 1 / factor)) };
}

const MONTHS = 12;

/** The month of a day in the news, or one beside it: 27日 is in November at the start of December. */
function isNearMonth(said: number, month: number): boolean {
  const apart = Math.abs(said - month);
  return apart <= 1 || apart === MONTHS - 1;
}

function mayBeMeant({ kind, value }: Quantity, day: string): boolean {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return kind === 'month' ? isNearMonth(value, month) : value === year || value === year - 1;
}

/**
 * Whether a month or year that completes a date may be meant, by the article's day. Without a day that
 * is left to a person: 27日 may be in any month.
 */
function isForgiven({ supplied, zh, en }: Mismatch, day: string | undefined): boolean {
  const item = zh ?? en;
  if (supplied === undefined || item === undefined) return false;
  if (day === undefined) return true;
  return mayBeMeant(item, day);
}

function hitOf(view: PairView, check: PairCheck, mismatch: Mismatch): Hit {
  const target = otherLang(view.source);
  const mild = check.severity === 'error' && !mismatch.sure;
  const edit = mismatch.fix?.[target];
  return {
    values: { ...valuesOf(mismatch.zh, mismatch.en), ...factorOf(mismatch) },
    spans: spansOf(mismatch),
    ...(mild ? { severity: 'warning' } : {}),
    ...(edit === undefined ? {} : { fix: { lang: target, edits: [edit] } }),
  };
}

/** A check of the mismatches of some classes. */
export function mismatchCheck(
  described: Pick<PairCheck, 'id' | 'severity' | 'fixes' | 'examples'>,
  classes: readonly MismatchClass[],
): PairCheck {
  return {
    ...described,
    group: 'numbers',
    scope: 'pair',
    run: (view, check) => {
      const all = mismatches(view);
      if (all.length === 0) return [];
      return all
        .filter((one) => classes.includes(one.class) && !isForgiven(one, view.day))
        .map((mismatch) => hitOf(view, check, mismatch));
    },
  };
}
