/**
 * Reads the front matter that nearly every article has, lines of `name: text`, without the YAML
 * library, whose start costs more than the rest of such an article. Whatever is not plainly a string
 * is left to the library; a test compares the two.
 */

export interface PlainField {
  readonly name: string;
  readonly value: string;
  /** The scalar's own text in the front matter, quotes included. */
  readonly from: number;
  readonly to: number;
}

const LINE = /^([A-Za-z][A-Za-z0-9_-]*): (\S(?:.*\S)?)$/;
/** A day is a string in YAML 1.2's core schema. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Starts with a letter, and holds nothing that could be a comment, a mapping or a tag. */
const PLAIN = /^[\p{L}“《][^#:{}[\],&*!|>'"%@`\\\t]*$/u;
const DOUBLE = /^"([^"\\\t]*)"$/;
const SINGLE = /^'([^'\t]*)'$/;
/** Words that YAML takes for something else than a string. */
const WORDS: ReadonlySet<string> = new Set([
  'true',
  'false',
  'null',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n',
]);

function valueOf(raw: string): string | null {
  const quoted = DOUBLE.exec(raw)?.[1] ?? SINGLE.exec(raw)?.[1];
  if (quoted !== undefined) return quoted;
  if (DATE.test(raw)) return raw;
  return PLAIN.test(raw) && !WORDS.has(raw.toLowerCase()) ? raw : null;
}

function isName(name: string | undefined): name is string {
  return name !== undefined && !WORDS.has(name.toLowerCase());
}

/** The fields, or null when the library has to read them. */
export function readPlainFields(yaml: string): readonly PlainField[] | null {
  const fields: PlainField[] = [];
  const names = new Set<string>();
  let at = 0;
  for (const line of yaml.split('\n')) {
    const [, name, raw] = LINE.exec(line) ?? [];
    const value = raw === undefined ? null : valueOf(raw);
    if (!isName(name) || raw === undefined || value === null || names.has(name)) return null;
    const from = at + name.length + 2;
    names.add(name);
    fields.push({ name, value, from, to: from + raw.length });
    at += line.length + 1;
  }
  return fields;
}
