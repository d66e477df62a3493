/** Reads an article's YAML front matter: values, and where each translatable field stands. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { UserError } from '../errors.ts';
import { MAX_ALIASES } from '../limits.ts';
import type { FrontMatter, Span } from '../model.ts';
import { readPlainFields, type PlainField } from './plain-fields.ts';

export interface FieldText {
  readonly field: string;
  readonly value: string;
  /** The scalar's own text in the article, quotes included. */
  readonly span: Span;
}

export interface ReadFrontMatter {
  readonly front: FrontMatter;
  readonly fields: readonly FieldText[];
}

function refuse(file: string, line: number, what: string): never {
  throw new UserError(`${file}:${line}: the front matter cannot be read: ${what}. Mend the YAML.`);
}

/** The parser's first sentence, without the place, which the message names itself. */
function reasonOf(error: Error): string {
  if (error.message.includes('call stack')) return 'it is nested too deeply';
  return (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '');
}

function toValues(document: Document.Parsed, file: string): FrontMatter {
  try {
    const values: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return isMap(document.contents) ? (values as FrontMatter) : {};
  } catch (error) {
    return refuse(file, 1, error instanceof Error ? reasonOf(error) : String(error));
  }
}

function fieldText(document: Document.Parsed, field: string, base: number): FieldText[] {
  const node: unknown = isMap(document.contents) ? document.contents.get(field, true) : null;
  if (!isScalar(node) || typeof node.value !== 'string' || node.value.trim() === '') return [];
  const [from, to] = node.range ?? [0, 0];
  return [
    { field, value: node.value.normalize('NFC'), span: { from: base + from, to: base + to } },
  ];
}

function fromPlain(
  plain: readonly PlainField[],
  base: number,
  names: readonly string[],
): ReadFrontMatter {
  const fields = names.flatMap((name): FieldText[] => {
    const found = plain.find((candidate) => candidate.name === name);
    if (found === undefined || found.value.trim() === '') return [];
    const span = { from: base + found.from, to: base + found.to };
    return [{ field: name, value: found.value.normalize('NFC'), span }];
  });
  return { front: Object.fromEntries(plain.map(({ name, value }) => [name, value])), fields };
}

/**
 * @param yaml the front matter without its fences
 * @param base offset of `yaml` in the article
 * @param names the translatable fields, in the order in which they are reviewed
 * @throws UserError with file and line for YAML that cannot be read, or that is no map
 */
export function readFrontMatter(
  yaml: string,
  base: number,
  names: readonly string[],
  file: string,
): ReadFrontMatter {
  const plain = readPlainFields(yaml);
  if (plain !== null) return fromPlain(plain, base, names);
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) {
    const line = (error.linePos?.[0].line ?? 1) + 1;
    refuse(file, line, reasonOf(error));
  }
  if (document.contents !== null && !isMap(document.contents)) {
    refuse(file, 2, 'expected `name: value` lines');
  }
  const front = toValues(document, file);
  return { front, fields: names.flatMap((name) => fieldText(document, name, base)) };
}
