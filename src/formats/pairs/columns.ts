/** Which columns of a table hold the Chinese, the English, the id and the source language. */
import { detectLanguage } from '../../core/language.ts';
import { langOfName } from '../../core/language-names.ts';
import type { Lang } from '../../core/model.ts';

export interface Columns {
  readonly zh: number;
  readonly en: number;
  /** -1 where there is none. */
  readonly id: number;
  /** Holds the name of a language. */
  readonly sourceLang: number;
  /** Of all rows: a column of texts is called the source. */
  readonly source: Lang | null;
  readonly hasHeader: boolean;
}

const IDS = new Set(['id', 'key', 'tuid', 'sid', 'segid', '编号', '序号']);
const SOURCES = new Set(['source', 'src', 'original', '原文']);
const SOURCE_LANGUAGES = new Set(['source', 'src', 'source_lang', 'src_lang', 'srclang', 'lang']);
/** Any of these in the first line, and it is a header. */
const OTHERS = ['target', 'tgt', 'translation', '译文', 'doc', 'domain'];
const WORDS = new Set([...IDS, ...SOURCES, ...SOURCE_LANGUAGES, ...OTHERS]);

/** Rows that are looked at where no header says what is what. */
const LOOKED_AT = 200;
/** Of a column's texts, what must be in the language. */
const LEAST_SHARE = 0.6;

type Row = readonly string[];

/** The column with most text in a language, or -1. Ids are Latin letters too, but short. */
function richest(rows: readonly Row[], lang: Lang): number {
  const width = Math.max(0, ...rows.map((row) => row.length));
  let best = -1;
  let most = 0;
  for (let column = 0; column < width; column += 1) {
    const texts = rows.map((row) => row[column] ?? '').filter((text) => text.trim() !== '');
    const own = texts.filter((text) => detectLanguage(text.slice(0, 500)) === lang);
    const size = own.reduce((sum, text) => sum + text.length, 0);
    if (own.length < LEAST_SHARE * texts.length || size <= most) continue;
    best = column;
    most = size;
  }
  return best;
}

function sourceOf(names: readonly string[], zh: number, en: number): Lang | null {
  if (SOURCES.has(names[zh] ?? '')) return 'zh';
  return SOURCES.has(names[en] ?? '') ? 'en' : null;
}

/** Where the texts are: by the names, else by the language of what the rows hold. */
function textColumns(names: readonly string[], body: readonly Row[]): readonly [number, number] {
  const langs = names.map(langOfName);
  const [zh, en] = [langs.indexOf('zh'), langs.indexOf('en')];
  return zh === -1 || en === -1 ? [richest(body, 'zh'), richest(body, 'en')] : [zh, en];
}

function isHeader(names: readonly string[]): boolean {
  const langs = new Set(names.map(langOfName));
  return (langs.has('zh') && langs.has('en')) || names.some((name) => WORDS.has(name));
}

/**
 * Columns by their names, else by the language of what they hold.
 * @returns null when there is not one for each language
 */
export function findColumns(rows: readonly Row[]): Columns | null {
  const first = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const hasHeader = isHeader(first);
  const names = hasHeader ? first : [];
  const [zh, en] = textColumns(names, rows.slice(hasHeader ? 1 : 0, LOOKED_AT));
  if (zh === -1 || en === -1 || zh === en) return null;
  const named = (words: ReadonlySet<string>): number =>
    names.findIndex((name, index) => words.has(name) && index !== zh && index !== en);
  const [id, sourceLang] = [named(IDS), named(SOURCE_LANGUAGES)];
  return { zh, en, id, sourceLang, source: sourceOf(names, zh, en), hasHeader };
}
