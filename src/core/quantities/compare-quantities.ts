/** Compares the quantities of two texts that should say the same. */
import { facingScore } from './facing.ts';
import { contradicted, type Contradiction } from './lone.ts';
import { COST, powerOfTen } from './match.ts';
import { missed } from './missed.ts';
import { classOf, isDate, isShare, type Mismatch } from './mismatch.ts';
import { pair, type Pairing, type Partners } from './pairing.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { readQuantities } from './read-quantities.ts';
import { suggest } from './suggest.ts';
import { isMoney, sameUnit } from './units.ts';

/** From this score on two unmatched quantities face each other (measured on news in both languages). */
const FACING_FROM = 5;
const MOST_IN_WORDS = 12;
const POSSIBLE_FROM = 3;

interface Facing {
  readonly zh: Quantity;
  readonly en: Quantity;
  readonly score: number;
}

/** Magnitudes and scales without figures may be lost, but are not said wrongly by chance. */
function isFirm({ hard, kind, value }: Quantity): boolean {
  return hard || kind === 'vague' || kind === 'code' || value >= 1e6;
}

function countBefore(partners: readonly Partners[], side: 'zh' | 'en', from: number): number {
  return partners.reduce((count, one) => count + (one[side].from < from ? 1 : 0), 0);
}

function areOnlyOfKind(zh: Quantity, en: Quantity, { zhAlone, enAlone }: Pairing): boolean {
  const isOnly = (item: Quantity, alone: readonly Quantity[]): boolean =>
    alone.every(({ kind, value }) => kind !== item.kind || value === item.value);
  return zh.kind === en.kind && isOnly(zh, zhAlone) && isOnly(en, enAlone);
}

function facings(pairing: Pairing): Facing[] {
  const { partners, zhAlone, enAlone } = pairing;
  const firm = [zhAlone.filter(isFirm).length, enAlone.filter(isFirm).length];
  const onlyOnes = Math.max(...firm) <= 1;
  const enBefore = enAlone.map((en) => countBefore(partners, 'en', en.from));
  const out: Facing[] = [];
  for (const zh of zhAlone) {
    const before = countBefore(partners, 'zh', zh.from);
    for (const [index, en] of enAlone.entries()) {
      const both = isFirm(zh) && isFirm(en);
      if (!both && !zh.hard && !en.hard) continue;
      const samePlace = before === enBefore[index];
      const onlyOfKind = areOnlyOfKind(zh, en, pairing);
      const score = facingScore(zh, en, { onlyOnes, onlyOfKind, samePlace });
      if (score >= POSSIBLE_FROM) out.push({ zh, en, score });
    }
  }
  return out.sort((a, b) => b.score - a.score);
}

/** 数十万 and tens of thousands: one step of a magnitude is not said exactly. */
function isLoose(zh: Quantity, en: Quantity): boolean {
  const factor = powerOfTen(en.value, zh.value) ?? 1;
  return (zh.kind === 'vague' || en.kind === 'vague') && Math.max(factor, 1 / factor) <= 10;
}

function facingMismatch({ zh, en, score }: Facing): Mismatch {
  const factor = powerOfTen(en.value, zh.value);
  const sure = score >= FACING_FROM && !isLoose(zh, en);
  return {
    class: classOf(zh, en),
    sure,
    zh,
    en,
    ...(factor === null ? {} : { factor }),
    ...(sure ? { fix: suggest(zh, en) } : {}),
  };
}

/** Says of itself what it counts. */
function saysOfWhat(item: Quantity): boolean {
  return item.unit !== undefined || isShare(item) || item.kind === 'multiple';
}

/** Partners of one value that say it of two things. */
function conflict({ zh, en, cost }: Partners): Mismatch | null {
  if (cost === COST.unsaidRounding)
    return { class: 'value', sure: false, zh, en, fix: suggest(zh, en) };
  if (cost !== COST.conflict) return null;
  const points = isShare(zh) && isShare(en);
  const sure = points || (saysOfWhat(zh) && saysOfWhat(en));
  return { class: points ? 'point' : 'unit', sure, zh, en, fix: suggest(zh, en) };
}

function moneyOf(item: Quantity): readonly string[] {
  return item.unit !== undefined && isMoney(item.unit) ? [item.unit] : [];
}

/** 100,000 dollars opposite a bare 100,000 in a text that counts in yuan. */
function strayMoney({ zh, en, cost }: Partners, partners: readonly Partners[]): Mismatch | null {
  const [inZh, inEn] = [moneyOf(zh), moneyOf(en)];
  if (cost >= COST.conflict || inZh.length === inEn.length) return null;
  const said = [...inZh, ...inEn][0] ?? '';
  const others = partners.flatMap((one) => moneyOf(inZh.length > 0 ? one.en : one.zh));
  const stray = others.length > 0 && !others.some((unit) => sameUnit(unit, said));
  return stray ? { class: 'unit', sure: false, zh, en } : null;
}

function flipped({ zh, en, cost }: Partners): Mismatch | null {
  const against = cost < COST.conflict && zh.approx !== en.approx;
  const strict = (one: Quantity): boolean => one.approx === 'over' || one.approx === 'under';
  return against && strict(zh) && strict(en) ? { class: 'approx', sure: false, zh, en } : null;
}

function present<T>(value: T | null): value is T {
  return value !== null;
}

/** Words for numbers, by what they may be mistaken for: a translator leaves them out, but hardly says them wrong. */
const WORDS: readonly (readonly QuantityKind[])[] = [
  ['number', 'multiple'],
  ['ordinal'],
  ['quarter'],
  ['half'],
  ['time'],
  ['month'],
];

function isWord(item: Quantity, kinds: readonly QuantityKind[]): boolean {
  return kinds.includes(item.kind) && !item.hard && item.value > 1 && item.value <= MOST_IN_WORDS;
}

/** Words for numbers of one kind that are left on both sides, in the order they stand. */
function softFacings({ zhAlone, enAlone }: Pairing, faced: ReadonlySet<Quantity>): Mismatch[] {
  if (zhAlone.length === 0 || enAlone.length === 0) return [];
  return WORDS.flatMap((kinds): Mismatch[] => {
    const left = zhAlone.filter((item) => isWord(item, kinds) && !faced.has(item));
    const right = enAlone.filter((item) => isWord(item, kinds) && !faced.has(item));
    if (left.length !== right.length) return [];
    return left.flatMap((zh, index): Mismatch[] => {
      const en = right[index];
      return en === undefined ? [] : [{ class: classOf(zh, en), sure: left.length === 1, zh, en }];
    });
  });
}

/** What the two lists of quantities contradict each other in, one finding a contradiction. */
export function compareItems(zh: readonly Quantity[], en: readonly Quantity[]): Mismatch[] {
  const pairing = pair(zh, en);
  const found = pairing.partners.flatMap((one) =>
    [conflict(one), flipped(one), strayMoney(one, pairing.partners)].filter(present),
  );
  if (pairing.zhAlone.length + pairing.enAlone.length === 0) return found;
  const faced = new Set<Quantity>();
  for (const facing of facings(pairing)) {
    if (faced.has(facing.zh) || faced.has(facing.en)) continue;
    faced.add(facing.zh).add(facing.en);
    found.push(facingMismatch(facing));
  }
  found.push(...softFacings(pairing, faced));
  return [...found, ...ofSide('zh', pairing, faced), ...ofSide('en', pairing, faced)];
}

function contradiction({ zh, en }: Contradiction): Mismatch {
  const factor = powerOfTen(en.value, zh.value);
  const more = factor === null ? {} : { factor };
  return { class: classOf(zh, en), sure: true, zh, en, ...more, fix: suggest(zh, en) };
}

/** What is left on one side: it contradicts what has another partner, is missed, or may be supplied. */
function ofSide(side: 'zh' | 'en', pairing: Pairing, faced: ReadonlySet<Quantity>): Mismatch[] {
  const left = pairing[`${side}Alone`].filter((item) => !faced.has(item));
  if (left.length === 0) return [];
  const { missed: lost, supplied } = missed(left, pairing, side);
  const lone = (item: Quantity): Mismatch => ({
    class: isDate(item) ? 'date' : 'value',
    sure: false,
    [side]: item,
  });
  return [
    ...lost.map((item) => {
      const against = contradicted(item, side, pairing);
      return against === null ? lone(item) : contradiction(against);
    }),
    ...supplied.map((item): Mismatch => ({ ...lone(item), supplied: true })),
  ];
}

/** What two plain texts contradict each other in; which of them is the translation is not known here. */
export function compareQuantities(zh: string, en: string): Mismatch[] {
  return compareItems(readQuantities(zh, 'zh'), readQuantities(en, 'en'));
}
