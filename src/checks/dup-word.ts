import type { PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import type { SideText } from './marks/side-text.ts';

/** Words that never stand twice in a row in good English; “that that”, “had had” and “is is” do. */
const WORDS = new Set(
  (
    'the a an of to at for and or with from by are was were be been as but this these those their its his ' +
    'our your they we will would can could should may might must into about if when which who whose than then there'
  ).split(' '),
);
/** So long is the longest of them. */
const LONGEST = 6;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}'’-]/u;

function wordBefore(text: string, to: number): number {
  let from = to;
  while (from > 0 && to - from <= LONGEST && PART_OF_WORD.test(text.charAt(from - 1))) from -= 1;
  return from;
}

/** The word that ends at a space stands again behind it. */
function twiceAt(text: string, space: number, second: number): Fault | null {
  const from = wordBefore(text, space);
  const word = text.slice(from, space).toLowerCase();
  // Two initials.
  if (text.slice(from, space) === 'A') return null;
  if (!WORDS.has(word) || text.charAt(from - 1) === '.') return null;
  const to = second + word.length;
  if (text.slice(second, to).toLowerCase() !== word) return null;
  const rest = text.slice(to, to + 2);
  if (PART_OF_WORD.test(rest.charAt(0)) || /^\.\p{L}/u.test(rest)) return null;
  return { from, to, edits: without(space, to) };
}

/** Two words that are the same begin with the same letter; a mark in front of the first tells nothing. */
function mayBeSame(first: number, second: number): boolean {
  const small = first | 32;
  return small < 97 || small > 122 || small === (second | 32);
}

function inEnglish({ text }: SideText): Fault[] {
  const faults: Fault[] = [];
  let start = 0;
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', start)) {
    let second = space;
    while (text.charCodeAt(second) === 32) second += 1;
    if (mayBeSame(text.charCodeAt(start), text.charCodeAt(second))) {
      const fault = twiceAt(text, space, second);
      if (fault !== null) faults.push(fault);
    }
    start = second;
  }
  return faults;
}

/** Each with what may stand before it and behind it where two are right: 目的的, 受不了了, 是是否. */
const CHINESE: readonly (readonly [character: string, before: string, after: string])[] = [
  ['的', '目标有端', '确喀士'],
  ['了', '不得为罢完末私未', '解然却结事'],
  ['们', '', ''],
  ['是', '于就但可凡总', '否非'],
  ['在', '存现正实内潜外所好', '任职场'],
  ['被', '棉', '告害子窝捕动'],
  ['把', '一', '手握关戏柄'],
  ['与', '参给授赋赠', '会'],
  ['和', '温缓共柔平饱总调谦随祥附讲求', '平谐解约睦谈气美'],
  ['也', '', ''],
  ['就', '成', '业任'],
  ['它', '', ''],
  ['她', '', ''],
  ['这', '', ''],
  ['及', '以涉普波顾', '时早格'],
];
const RULES = new Map(CHINESE.map(([sign, before, after]) => [sign, { before, after }]));
const TWICE = new RegExp(`([${CHINESE.map(([sign]) => sign).join('')}])\\1+`, 'g');

function inChinese({ text }: SideText): Fault[] {
  return [...text.matchAll(TWICE)].flatMap(({ 0: run, index: from }) => {
    const rule = RULES.get(run.charAt(0));
    const to = from + run.length;
    const isRight =
      rule?.before.includes(text.charAt(from - 1) || ' ') ||
      rule?.after.includes(text.charAt(to) || ' ');
    if (run.length > 2 || isRight) return [];
    return [{ from, to, edits: without(from + 1, to) }];
  });
}

function look(side: SideText): Fault[] {
  const faults = side.lang === 'zh' ? inChinese(side) : inEnglish(side);
  return faults.filter(({ from, to }) => !side.isKept(from, to));
}

/** No word stands twice in a row but where it means to. */
export const dupWord: PairCheck = {
  id: 'dup.word',
  severity: 'warning',
  group: 'language',
  fixes: 'wording',
  scope: 'pair',
  examples: {
    invalid: [
      { zh: '会议', en: 'at the the meeting' },
      { zh: '会议的的结果', en: 'the result' },
    ],
    valid: [{ zh: '谢谢，天天都来', en: 'He said that that was fine.' }],
  },
  run: lookAt(['zh', 'en'], look),
};
