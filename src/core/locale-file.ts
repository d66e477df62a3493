/** Reads and writes an article's locale files: flat i18next JSON, key → string, in reading order. */
import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { KEY_SHAPE } from './keys.ts';
import type { Finding, Place } from './model.ts';
import { placeFinder } from './place.ts';
import type { LocaleMap } from './state.ts';

/** Two-space JSON, one key a line, Han as itself, final newline. The same map gives the same bytes. */
export function serializeLocale(map: LocaleMap): string {
  if (map.size === 0) return '{}\n';
  const lines = [...map].map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

export interface ReadLocale {
  readonly map: LocaleMap;
  /** What is wrong with the file; while one of them is an error the file is not written. */
  readonly problems: readonly Finding[];
  /** The file cannot be read as a flat map: nothing in it is known. */
  readonly broken: boolean;
}

interface LocaleSource {
  readonly slug: string;
  readonly file: string;
  readonly text: string;
}

const LINE = /^ {2}"([^"\\]+)": (".+")$/;

/** A string that JSON writes as it stands. */
const PLAIN = /^"[^"\\\p{Cc}\p{Cs}]*"$/u;

/** The string that a canonical writer writes so; null when there is none. */
function canonicalString(json: string): string | null {
  if (PLAIN.test(json)) return json.slice(1, -1);
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' && JSON.stringify(value) === json ? value : null;
  } catch {
    return null;
  }
}

/** The key and the text of a line, its comma left out; null where a canonical writer would not write it so. */
function canonicalLine(line: string): [key: string, text: string] | null {
  const [, key = '', json = ''] = LINE.exec(line) ?? [];
  const text = KEY_SHAPE.test(key) ? canonicalString(json) : null;
  return text === null || text === '' ? null : [key, text];
}

/**
 * The quick way: a canonical file has no faults that a canonical writer could not have made. It is read by its
 * lines: an object costs more than all the rest where every article has names of its own.
 */
function readCanonical(text: string): Map<string, string> | null {
  const map = new Map<string, string>();
  if (text === '{}\n') return map;
  if (!text.startsWith('{\n') || !text.endsWith('\n}\n')) return null;
  for (const line of text.slice('{\n'.length, -'\n}\n'.length).split(',\n')) {
    const entry = canonicalLine(line);
    if (entry === null || map.has(entry[0])) return null;
    map.set(...entry);
  }
  return map;
}

class Reader {
  readonly map = new Map<string, string>();
  readonly problems: Finding[] = [];
  broken = false;
  private key: string | null = null;
  private depth = 0;
  private readonly source: LocaleSource;
  private readonly placeOf: (offset: number) => Place;

  constructor(source: LocaleSource) {
    this.source = source;
    this.placeOf = placeFinder(source.file, source.text);
  }

  report(check: string, offset: number, values: Finding['values'] = {}): void {
    this.problems.push({
      check,
      severity: 'error',
      slug: this.source.slug,
      place: this.placeOf(offset),
      ...(this.key === null ? {} : { key: this.key }),
      values,
    });
  }

  syntax(code: ParseErrorCode, offset: number): void {
    if (this.broken) return;
    this.broken = true;
    this.key = null;
    const conflict = /^(?:<{7}|={7}|>{7})/m.test(this.source.text);
    if (conflict) this.report('locale-conflict', this.source.text.search(/^<{7}/m));
    else this.report('locale-syntax', offset, { reason: printParseErrorCode(code) });
  }

  property(name: string, offset: number): void {
    if (this.depth !== 1) return;
    this.key = name;
    if (this.map.has(name)) this.report('locale-duplicate', offset, { key: name });
    if (!KEY_SHAPE.test(name)) this.report('locale-key', offset, { key: name });
  }

  value(value: unknown, offset: number): void {
    if (this.depth !== 1 || this.key === null) {
      if (this.depth === 0) this.wrongShape(offset);
      return;
    }
    if (typeof value !== 'string') this.report('locale-value', offset, { key: this.key });
    else if (value === '') this.report('locale-empty', offset, { key: this.key });
    else this.map.set(this.key, value);
    this.key = null;
  }

  enter(offset: number, array: boolean): void {
    if (this.depth === 0 && array) this.wrongShape(offset);
    if (this.depth === 1 && this.key !== null)
      this.report('locale-value', offset, { key: this.key });
    this.depth += 1;
  }

  leave(): void {
    this.depth -= 1;
    if (this.depth === 1) this.key = null;
  }

  wrongShape(offset: number): void {
    if (this.broken) return;
    this.broken = true;
    this.key = null;
    this.report('locale-shape', offset);
  }
}

function visitAll(text: string, reader: Reader): void {
  visit(
    // A byte order mark is a fault of form only.
    text.replace(/^\uFEFF/, ' '),
    {
      onObjectBegin: (offset) => reader.enter(offset, false),
      onArrayBegin: (offset) => reader.enter(offset, true),
      onObjectEnd: () => reader.leave(),
      onArrayEnd: () => reader.leave(),
      onObjectProperty: (name, offset) => reader.property(name, offset),
      onLiteralValue: (value: unknown, offset) => reader.value(value, offset),
      onError: (code, offset) => reader.syntax(code, offset),
    },
    { disallowComments: true, allowTrailingComma: false },
  );
}

/** Reads a locale file. Never throws: what is wrong comes back as findings with their place. */
export function readLocale(source: LocaleSource): ReadLocale {
  const canonical = readCanonical(source.text);
  if (canonical !== null) return { map: canonical, problems: [], broken: false };
  const reader = new Reader(source);
  try {
    visitAll(source.text, reader);
  } catch (error) {
    // The visitor calls itself for every level: what brings it down is no flat map.
    if (!(error instanceof RangeError)) throw error;
    reader.wrongShape(0);
  }
  if (reader.problems.length === 0 && serializeLocale(reader.map) !== source.text) {
    reader.problems.push({
      check: 'locale-form',
      severity: 'warning',
      slug: source.slug,
      place: { file: source.file, line: 1, column: 1 },
      values: {},
    });
  }
  return { map: reader.map, problems: reader.problems, broken: reader.broken };
}
