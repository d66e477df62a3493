/** Pairs as one JSON object a line: `{"zh": …, "en": …, "id"?, "source"?}`. */
import { langOfName } from '../../core/language-names.ts';
import { LANGS } from '../../core/model.ts';
import { linesOf } from './lines.ts';
import { PairCollector, type ReadPairs } from './model.ts';

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : null;
}

function parse(text: string): Fields | null {
  try {
    return objectOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textField(fields: Fields, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function idOf(fields: Fields): string | undefined {
  const { id } = fields;
  return typeof id === 'number' ? String(id) : textField(fields, 'id');
}

export function readJsonl(text: string): ReadPairs {
  const collector = new PairCollector();
  for (const { line, text: row } of linesOf(text)) {
    const fields = parse(row);
    if (fields === null) {
      collector.reject(line, 'pairs.json');
      continue;
    }
    // Collections for training put the texts below a field of their own.
    const texts = objectOf(fields['translation']) ?? fields;
    const [zh, en] = LANGS.map((lang) => textField(texts, lang));
    const source = langOfName(textField(fields, 'source') ?? '');
    collector.add({ id: idOf(fields), line, zh, en, source });
  }
  return collector;
}
