/** Reads a line as a row of known words: is it made of nothing else? */
import { CHINESE_FURNITURE } from './chinese.ts';
import { DATE_SOURCES } from './dates.ts';
import { ENGLISH_FURNITURE } from './english.ts';
import type { WordKind } from './rule.ts';

const MONTH_DAY =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?\\s+\\d{1,2}(?!\\d)|\\d{1,2}月\\d{1,2}日';

const SHAPES: Partial<Record<WordKind, readonly string[]>> = {
  date: [...DATE_SOURCES.map((source) => source.replaceAll(/\?<\w+>/g, '?:')), MONTH_DAY],
  time: ['[012]?\\d:[0-5]\\d(?::[0-5]\\d)?(?:\\s?[ap]m)?', 'gmt\\s?\\+\\d{1,2}', '\\+0?8:?00'],
  duration: [
    "\\d{1,3}'\\s?\\d{1,2}(?:''|\")",
    '\\d{1,3}\\s?(?:min|mins|minutes|分钟)(?:\\s?\\d{1,2}\\s?(?:sec|secs|秒))?',
    '\\d{1,3}分\\d{1,2}秒',
    '\\d{1,2}\\s?(?:hr|hrs|小时)(?:\\s?\\d{1,2}\\s?(?:min|mins|分钟?))?',
  ],
  ago: [
    '\\d{1,3}\\s?(?:min|hr|hrs|h|d|day|days|w|wk|week|weeks|mo|month|months|yr|year|years|hours?|minutes?)\\s+ago',
    '\\d{1,3}\\s?(?:分钟|小时|天|周|个月|年)前',
    'yesterday',
    'today',
    '昨天',
    '今天',
  ],
  count: [
    '\\d[\\d,.]*\\s?(?:万|亿)?\\s?(?:次|人|个|条|集|期|播放|阅读|浏览|评论|点赞|收藏|订阅)(?:播放|阅读|浏览|评论|收听|观看|订阅)?',
    '\\d[\\d,.]*\\s?(?:万|亿)',
    '\\d[\\d,.]*\\s?[km]?\\s?(?:views?|plays?|episodes?|comments?|likes?|shares?|listens?|downloads?|followers?|reads?)',
    '(?:播放|阅读|浏览|点击|评论|收听|人气|热度)(?:量|数|次数)?\\s?:?\\s?\\d[\\d,.]*\\s?(?:万|次)*',
  ],
  number: ['\\d[\\d,.]*'],
};

const KINDS: readonly WordKind[] = [
  'date',
  'ago',
  'duration',
  'time',
  'count',
  'number',
  'outlet',
  'detail',
  'podcast',
  'category',
  'share',
  'navigation',
  'language',
];

function escaped(word: string): string {
  const plain = word.normalize('NFKC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return /[A-Za-z]$/.test(word) ? `${plain}(?![A-Za-z])` : plain;
}

function patternOf(kind: WordKind): RegExp {
  const words = [
    ...(CHINESE_FURNITURE.words[kind] ?? []),
    ...(ENGLISH_FURNITURE.words[kind] ?? []),
  ].sort((a, b) => b.length - a.length);
  return new RegExp([...(SHAPES[kind] ?? []), ...words.map(escaped)].join('|'), 'iuy');
}

const PATTERNS = new Map(KINDS.map((kind) => [kind, patternOf(kind)]));
/** Between two words of a menu or a detail line. */
const LOOSE = /[\s|·•丨/,;、>»›:\-–—()[\]【】~*_.&#]*/uy;
/** The same without what also separates the items of a written list. */
const STRICT = /[\s|·•丨/>»›:\-–—()[\]【】~*_#]*/uy;

export type WordCounts = Partial<Record<WordKind, number>>;

function longestAt(
  text: string,
  at: number,
  kinds: readonly WordKind[],
): [WordKind, number] | null {
  let found: [WordKind, number] | null = null;
  for (const kind of kinds) {
    const pattern = PATTERNS.get(kind);
    if (pattern === undefined) continue;
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > (found?.[1] ?? 0)) found = [kind, length];
  }
  return found;
}

function skip(text: string, at: number, separators: RegExp): number {
  separators.lastIndex = at;
  return at + (separators.exec(text)?.[0].length ?? 0);
}

/**
 * How many words of each kind a line holds when it holds nothing else; null otherwise.
 * @param line NFKC-normalised
 * @param strict commas and stops do not separate words
 */
export function countWords(
  line: string,
  kinds: readonly WordKind[],
  strict: boolean,
): WordCounts | null {
  const separators = strict ? STRICT : LOOSE;
  const counts: WordCounts = {};
  let at = skip(line, 0, separators);
  while (at < line.length) {
    const word = longestAt(line, at, kinds);
    if (word === null) return null;
    counts[word[0]] = (counts[word[0]] ?? 0) + 1;
    at = skip(line, at + word[1], separators);
  }
  return counts;
}
