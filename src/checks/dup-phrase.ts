import { NAME_CHARACTERS } from '../core/drafting/normalise/marks.ts';
import type { PairCheck } from './check.ts';
import { lookAt, without, type Fault } from './marks/faults.ts';
import { mayRepeat, repeatedUnits, repeatsOf, spacedWords, type Repeat } from './marks/repeats.ts';
import type { SideText } from './marks/side-text.ts';

/** Words of two characters that are never said twice, as 研究研究 and 非常非常 are. */
const NEVER_TWICE = new Set(
  (
    '及其 以及 这种 那种 这个 那个 这些 那些 这样 我们 他们 你们 她们 它们 因为 所以 但是 由于 对于 关于 根据 通过 为了 ' +
    '已经 可以 能够 国家 政府 中国 美国 问题 公司 部门 发展 治理 建设 会议 总统 总理 主席 记者 表示 认为 指出 强调 报道 ' +
    '企业 市场 社会 人民 今年 去年 昨天 今天 目前 其中 进行 提供 举行 包括 成为 需要 没有 之间 以来 期间 地区 世界 国际 ' +
    '城市 项目 计划 外交 主义 组织 机构 系统 方面 情况 时间 技术 产品 银行 法律 全球 北京 上海'
  ).split(' '),
);
/** What is shouted, and what counts on: 一步一步地. */
const MEANT = /加油|万岁|冲啊|^[一很好再越]|[又再]/u;
const NAME = new RegExp(`^[${NAME_CHARACTERS}]+$`, 'u');
const LONGEST = 6;
const HAN_ONLY = /^\p{Script=Han}+$/u;

function isMeant(text: string, { from, second, to }: Repeat): boolean {
  const phrase = text.slice(from, second);
  if (to - second === 2) return !NEVER_TWICE.has(phrase);
  return MEANT.test(phrase) || NAME.test(phrase) || new Set(phrase).size === 1;
}

function inChinese(text: string): Repeat[] {
  return repeatedUnits(text, LONGEST).filter((repeat) => {
    const phrase = text.slice(repeat.from, repeat.second);
    return HAN_ONLY.test(phrase) && !isMeant(text, repeat);
  });
}

/** “Hand in hand in”, “larger and larger and”: an idiom that goes on. */
const LINKS = /^(?:and|or|in|by|after|to|on|upon|for|of|with|against|over|but|as)$/;
const ARTICLES = /^(?:the|a|an|his|her|its|their|our)$/;

function isIdiom(text: string, { from, second }: Repeat): boolean {
  const words = text.slice(from, second).trim().toLowerCase().split(/ +/);
  // To call a spade a spade.
  if (words.length === 2 && ARTICLES.test(words[0] ?? '')) return true;
  return words.some((word) => LINKS.test(word)) && !words.some((word) => ARTICLES.test(word));
}

function inEnglish(text: string): Repeat[] {
  if (!mayRepeat(text)) return [];
  const tokens = spacedWords(text);
  return [4, 3, 2]
    .flatMap((length) => repeatsOf(tokens, length))
    .filter((repeat) => {
      const phrase = text.slice(repeat.from, repeat.second).trim();
      const words = new Set(phrase.toLowerCase().split(/ +/));
      return words.size > 1 && !isIdiom(text, repeat);
    });
}

/** The first of those that overlap has its way: they come longest first. */
function apart(repeats: readonly Repeat[]): Repeat[] {
  let done = 0;
  return [...repeats]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < done) return false;
      done = to;
      return true;
    });
}

function look({ text, lang, isKept }: SideText): Fault[] {
  const repeats = lang === 'zh' ? inChinese(text) : inEnglish(text);
  return apart(repeats)
    .filter(({ from, to }) => !isKept(from, to))
    .map(({ from, second, to }) => {
      // The space that parts the two goes with the second one.
      const start = text.slice(from, second).trimEnd().length + from;
      return { from, to, edits: without(start, to) };
    });
}

/** No phrase stands twice in a row. */
export const dupPhrase: PairCheck = {
  id: 'dup.phrase',
  severity: 'warning',
  group: 'language',
  fixes: 'wording',
  scope: 'pair',
  examples: {
    invalid: [{ zh: '外交部外交部发言人', en: 'at the end of the of the meeting' }],
    valid: [{ zh: '高高兴兴地研究研究，一步一步来', en: 'more and more people, hand in hand' }],
  },
  run: lookAt(['zh', 'en'], look),
};
