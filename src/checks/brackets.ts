import type { Lang } from '../core/model.ts';
import type { PairCheck, PairView } from './check.ts';
import { readBrackets } from './marks/bracket-pairs.ts';
import { hitsOf } from './marks/faults.ts';
import { sideTexts, type SideText } from './marks/side-text.ts';

const ANY = /[()（）[\]［］{}｛｝【】〔〕《》〈〉〖〗]/;
/** The number of an item: `1)`, `a)`, `（3）` cut short, `二）`. */
const ITEM = /(?:^|[\s,;:，；：。、])(?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})$/iu;
const FACE = /[:;=：；]['^-]?[()（）DP[\]]|[()（）]['^-]?[:;=]/;
const REACH = 6;

function isListNumber(text: string, at: number): boolean {
  if (!')）'.includes(text.charAt(at))) return false;
  return ITEM.test(text.slice(Math.max(0, at - REACH), at));
}

function isFace(text: string, at: number): boolean {
  return FACE.test(text.slice(Math.max(0, at - 2), at + 3));
}

function alone({ text, isKept }: SideText): readonly number[] {
  if (!ANY.test(text)) return [];
  return readBrackets(text, (at) => isKept(at, at + 1)).alone.filter(
    (at) => ANY.test(text.charAt(at)) && !isListNumber(text, at) && !isFace(text, at),
  );
}

const OPENING = /[(（[［{｛【〔《〈〖]/;

/** What a text leaves open and closes too much: a sentence may be a part of what stands in brackets. */
function balance(text: string, places: readonly number[]): string {
  const open = places.filter((at) => OPENING.test(text.charAt(at))).length;
  return `${open}/${places.length - open}`;
}

function run(view: PairView): ReturnType<PairCheck['run']> {
  if (!ANY.test(view.zh) && !ANY.test(view.en)) return [];
  const sides = sideTexts(view);
  const found: Readonly<Record<Lang, readonly number[]>> = {
    zh: alone(sides.zh),
    en: alone(sides.en),
  };
  if (balance(view.zh, found.zh) === balance(view.en, found.en)) return [];
  return (['zh', 'en'] as const).flatMap((lang) =>
    hitsOf(
      sides[lang],
      found[lang].map((at) => ({ from: at, to: at + 1 })),
    ),
  );
}

/** What a bracket opens is closed by one of its kind, whatever its width; 「」 are quotation marks. */
export const brackets: PairCheck = {
  id: 'brackets',
  severity: 'warning',
  group: 'punctuation',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '世界卫生组织（WHO说', en: 'The World Health Organization (WHO) said' }],
    valid: [{ zh: '世界卫生组织（WHO)说', en: 'The World Health Organization (WHO) said' }],
  },
  run,
};
