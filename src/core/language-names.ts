/** How other people's files call the two languages: tags of BCP 47 and names of columns. */
import type { Lang } from './model.ts';

/** In lower case. */
const NAMES: ReadonlyMap<string, Lang> = new Map([
  ['chinese', 'zh'],
  ['chinese (simplified)', 'zh'],
  ['simplified chinese', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['简体中文', 'zh'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
]);
/** With a script and a region at most: `zh_words` is no language. */
const CODE = /^(zh|cmn|en)(?:[-_](?:hans|hant|latn))?(?:[-_](?:[a-z]{2}|\d{3}))?$/;

/** The language of a tag (`zh-Hans-CN`, `cmn`, `en_GB`) by its first part; null for another one. */
export function langOfTag(tag: string): Lang | null {
  const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  if (primary === 'en') return 'en';
  return primary === 'zh' || primary === 'cmn' ? 'zh' : null;
}

/** The language that a column's name says (`zh`, `English`, `中文`, `en-GB`); null where it says none. */
export function langOfName(name: string): Lang | null {
  const plain = name.trim().toLowerCase();
  const code = CODE.exec(plain)?.[1];
  return NAMES.get(plain) ?? (code === undefined ? null : langOfTag(code));
}
