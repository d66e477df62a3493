/** Lines made of `label: value` fields: `时间:2019-02-28 作者:…`, `Source: Xinhua  Editor: …`. */
import { CHINESE_FURNITURE } from './chinese.ts';
import { ENGLISH_FURNITURE } from './english.ts';

export interface DetailField {
  readonly label: string;
  readonly value: string;
}

const LABELS = [...CHINESE_FURNITURE.labels, ...ENGLISH_FURNITURE.labels]
  .sort((a, b) => b.length - a.length)
  .join('|');
const LABEL = new RegExp(`(?<![A-Za-z])(${LABELS})\\s*:\\s*`, 'giu');
/** A value is a name or a number, not a sentence. */
const SENTENCE = /[。！？!?]|[a-z]{2}[.,;] |[,，].*[,，]/u;
const MAX_VALUE = 40;

/** The fields of a line that consists of fields alone; null when it is anything else. */
export function detailFields(line: string): DetailField[] | null {
  const labels = [...line.matchAll(LABEL)];
  const first = labels[0];
  if (first === undefined || line.slice(0, first.index).trim() !== '') return null;
  const fields = labels.map((match, index) => ({
    label: match[1] ?? '',
    value: line.slice(match.index + match[0].length, labels[index + 1]?.index).trim(),
  }));
  const short = fields.every(({ value }) => value.length <= MAX_VALUE && !SENTENCE.test(value));
  return short ? fields : null;
}
