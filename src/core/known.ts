/** What is known of an article's keys, from its locale files and its review file. */
import type { Lang, Pair, ReviewRecord } from './model.ts';
import { LANGS } from './model.ts';
import { detectLanguage } from './language.ts';
import type { KnownKey } from './reconcile/reconcile.ts';
import type { LocaleMap } from './state.ts';

export type Locales = Readonly<Record<Lang, LocaleMap>>;

/** The pair that both locale files hold under a key, else the one kept in the record. */
export function pairOf(
  key: string,
  locales: Locales,
  record: ReviewRecord | undefined,
): Pair | undefined {
  const zh = locales.zh.get(key);
  const en = locales.en.get(key);
  if (zh !== undefined && en !== undefined) return { zh, en };
  const orphan = record?.orphan;
  return orphan === undefined ? undefined : { zh: orphan.zh, en: orphan.en };
}

type LangOfText = (text: string) => Lang | undefined;

/** Which side was the source when it was signed last, or when its segment went. */
export function signedLang(record: ReviewRecord | undefined): Lang | undefined {
  if (record === undefined) return undefined;
  return record.signoffs.at(-1)?.source ?? record.orphan?.source;
}

/** A text that the key has stood for, where nobody has signed; or ''. */
function draftedText({ drafts, omitted, matched }: ReviewRecord): string {
  return drafts[0]?.source ?? omitted?.source ?? matched?.source ?? '';
}

function draftedLang(record: ReviewRecord | undefined, segmentLang: LangOfText): Lang {
  const text = record === undefined ? '' : draftedText(record);
  return segmentLang(text) ?? detectLanguage(text) ?? 'zh';
}

/** Which side of a key is the source: as signed, as it stands in the article today, as drafted. */
function sourceLang(
  pair: Pair | undefined,
  record: ReviewRecord | undefined,
  segmentLang: LangOfText,
): Lang {
  const signed = signedLang(record);
  if (signed !== undefined) return signed;
  if (pair === undefined) return draftedLang(record, segmentLang);
  return LANGS.find((lang) => segmentLang(pair[lang]) === lang) ?? 'en';
}

function recordTexts(lang: Lang, record: ReviewRecord): string[] {
  const { matched, omitted } = record;
  const drafts = [...record.drafts].sort((a, b) => (a.at < b.at ? 1 : -1));
  const signoffs = record.signoffs.filter((entry) => entry.source === lang).reverse();
  const texts = matched === undefined ? [] : [matched.source];
  for (const draft of drafts) texts.push(draft.source);
  if (omitted !== undefined) texts.push(omitted.source);
  for (const entry of signoffs) texts.push(entry[lang]);
  return texts;
}

/** The source texts that a key has stood for: what the record knows last first, then the pair's. */
function textsOf(lang: Lang, pair: Pair | undefined, record: ReviewRecord | undefined): string[] {
  const texts = record === undefined ? [] : recordTexts(lang, record);
  return [...new Set(pair === undefined ? texts : [...texts, pair[lang]])];
}

/** Puts keys that only `extra` knows behind their predecessor there. */
function mergeOrder(base: readonly string[], extra: readonly string[]): readonly string[] {
  const known = new Set(base);
  if (extra.every((key) => known.has(key))) return base;
  const after = new Map<string, string[]>();
  let previous = '';
  for (const key of extra) {
    if (known.has(key)) {
      previous = key;
      continue;
    }
    const list = after.get(previous) ?? [];
    list.push(key);
    after.set(previous, list);
  }
  return [...(after.get('') ?? []), ...base.flatMap((key) => [key, ...(after.get(key) ?? [])])];
}

/** Every key the files know, in the last known reading order. */
export function knownKeys(
  locales: Locales,
  records: ReadonlyMap<string, ReviewRecord>,
  segmentLang: LangOfText,
): KnownKey[] {
  const localeOrder = mergeOrder([...locales.zh.keys()], [...locales.en.keys()]);
  return mergeOrder([...records.keys()], localeOrder).map((key) => {
    const record = records.get(key);
    const pair = pairOf(key, locales, record);
    const lang = sourceLang(pair, record, segmentLang);
    return { key, lang, texts: textsOf(lang, pair, record) };
  });
}
