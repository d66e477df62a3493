/** A pair as a JSON object: `{"zh": …, "en": …, "id"?, "source"?}`. */
import { langOfName } from '../../core/language-names.ts';
import { LANGS } from '../../core/model.ts';
import type { PairCollector } from './model.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; null when it is something else. */
export function fieldsOf(value: unknown): Fields | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : null;
}

function textField(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function idOf(fields: Fields): string | undefined {
  const { id } = fields;
  return typeof id === 'number' ? String(id) : textField(fields, 'id');
}

/** Takes the pair of an object. */
export function addFields(collector: PairCollector, fields: Fields, line: number): void {
  // Collections for training put the texts below a field of their own.
  const texts = fieldsOf(fields['translation']) ?? fields;
  const [zh, en] = LANGS.map((lang) => textField(texts, lang));
  const source = langOfName(textField(fields, 'source') ?? '');
  collector.add({ id: idOf(fields), line, zh, en, source });
}
