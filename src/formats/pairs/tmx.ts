/** Pairs of a translation memory in TMX 1.4b: the first Chinese and the first English text of each unit. */
import type { SaxesTagPlain } from 'saxes';
import { UserError } from '../../core/errors.ts';
import { langOfTag } from '../../core/language-names.ts';
import type { Lang } from '../../core/model.ts';
import { localName, readXml, type XmlReader } from '../xml.ts';
import { PairCollector, type ReadPairs } from './model.ts';

/** Elements whose content is another program's markup, not text. `hi` holds text. */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

interface Unit {
  readonly id: string | undefined;
  readonly line: number;
  readonly source: Lang | null;
  readonly texts: Map<Lang, string>;
}

/** Files that are laid out for people break lines inside of texts. */
function unfolded(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

class TmxReader implements XmlReader {
  readonly collector = new PairCollector();
  isTmx = false;
  private root: string | null = null;
  private fileSource = '';
  private unit: Unit | null = null;
  private lang: Lang | null = null;
  private segment: string | null = null;
  /** How many elements of markup are open. */
  private codes = 0;

  readonly open = (tag: SaxesTagPlain, line: number): void => {
    const name = localName(tag.name);
    this.root ??= name;
    this.isTmx = this.root === 'tmx';
    if (CODES.has(name)) this.codes += 1;
    else if (name === 'seg') this.segment = '';
    else this.openPart(name, tag.attributes, line);
  };

  private openPart(name: string, given: SaxesTagPlain['attributes'], line: number): void {
    if (name === 'header') {
      this.fileSource = given['srclang'] ?? '';
    } else if (name === 'tu') {
      const source = langOfTag(given['srclang'] ?? this.fileSource);
      this.unit = { id: given['tuid'], line, source, texts: new Map() };
    } else if (name === 'tuv') {
      this.lang = langOfTag(given['xml:lang'] ?? given['lang'] ?? '');
    }
  }

  readonly text = (text: string): void => {
    if (this.segment !== null && this.codes === 0) this.segment += text;
  };

  readonly close = (qualified: string): void => {
    const name = localName(qualified);
    if (CODES.has(name)) this.codes -= 1;
    else if (name === 'seg') this.closeSegment();
    else if (name === 'tu') this.closeUnit();
  };

  private closeSegment(): void {
    const { unit, lang, segment } = this;
    this.segment = null;
    if (unit === null || lang === null || segment === null || unit.texts.has(lang)) return;
    unit.texts.set(lang, unfolded(segment));
  }

  private closeUnit(): void {
    const { unit } = this;
    this.unit = null;
    if (unit === null) return;
    const { texts, ...rest } = unit;
    this.collector.add({ ...rest, zh: texts.get('zh'), en: texts.get('en') });
  }
}

/** @throws UserError with file and line when it is no TMX, or no XML that can be read */
export function readTmx(text: string, file: string): ReadPairs {
  const reader = new TmxReader();
  readXml(text, file, reader);
  if (!reader.isTmx) throw new UserError(`${file}:1: this is no TMX; it has no <tmx>.`);
  return reader.collector;
}
