/** A Chinese–English dictionary in the format of CC-CEDICT as a value: its text, and tables of where words stand in it. */
import { LONGEST_LINE, parseEntry, type Entry } from './entry.ts';
import { hashText, WordTable } from './word-table.ts';

/** To be shown with every look-up. */
export const CEDICT_ATTRIBUTION =
  'CC-CEDICT, CC BY-SA 4.0, https://www.mdbg.net/chinese/dictionary?page=cc-cedict';

export interface Dictionary {
  /** The lines of the file. */
  readonly text: string;
  /** Entries in the file, and lines that are neither one nor a comment. */
  readonly entries: number;
  readonly badLines: number;
  /** UTF-16 units of the longest headword. */
  readonly longest: number;
  /** Where the lines of a headword, in either script, begin. */
  readonly words: WordTable;
}

/** Headwords are looked for no further than this. */
const LONGEST_WORD = 24;
/** UTF-16 units that a line of the dictionary has, about. */
const LINE_LENGTH = 60;

/** How an entry's line begins; it ends in a stroke. */
const HEAD = /^(\S+) (\S+) \[\[?[^\][]*\]\]?\s+\//u;
const COMMENT = /^(?:#|\s*$)/u;

/** Reads a dictionary as it comes, piece by piece. */
export class DictionaryReader {
  private text = '';
  private rest = '';
  private entries = 0;
  private badLines = 0;
  private longest = 0;
  private readonly words: WordTable;

  /** @param length of the whole text in UTF-16 units, about */
  constructor(length: number) {
    this.words = new WordTable((2 * length) / LINE_LENGTH);
  }

  /** The next piece; it may end anywhere. */
  add(piece: string): void {
    const whole = this.rest + piece;
    const end = whole.lastIndexOf('\n') + 1;
    this.rest = whole.slice(end);
    if (end > 0) this.addLines(whole.slice(0, end));
  }

  private addLines(lines: string): void {
    const start = this.text.length;
    this.text += lines;
    let at = 0;
    while (at < lines.length) {
      const end = lines.indexOf('\n', at);
      this.addLine(lines.slice(at, end).trimEnd(), start + at);
      at = end + 1;
    }
  }

  private addLine(line: string, place: number): void {
    if (COMMENT.test(line)) return;
    const found = line.endsWith('/') && line.length <= LONGEST_LINE ? HEAD.exec(line) : null;
    if (found === null) {
      this.badLines += 1;
      return;
    }
    const [, traditional = '', simplified = ''] = found;
    this.entries += 1;
    this.addWord(traditional, place);
    if (simplified !== traditional) this.addWord(simplified, place);
  }

  private addWord(word: string, place: number): void {
    this.longest = Math.min(LONGEST_WORD, Math.max(this.longest, word.length));
    this.words.add(hashText(word, 0, word.length), place);
  }

  /** To be called once. */
  finish(): Dictionary {
    if (this.rest !== '') this.addLines(`${this.rest}\n`);
    const { text, entries, badLines, longest, words } = this;
    return { text, entries, badLines, longest, words };
  }
}

/** A dictionary of a text in the format of CC-CEDICT. Lines that are no entry are counted and left out. */
export function buildDictionary(text: string): Dictionary {
  const reader = new DictionaryReader(text.length);
  reader.add(text.replace(/^\uFEFF/, ''));
  return reader.finish();
}

/** The entry whose line begins here. */
export function entryAt({ text }: Dictionary, place: number): Entry | null {
  const end = text.indexOf('\n', place);
  return parseEntry(text.slice(place, end === -1 ? text.length : end).trimEnd());
}

/** The entries of a headword, in either script, in the order of the file. */
export function entriesOf(dictionary: Dictionary, word: string): readonly Entry[] {
  return dictionary.words.find(hashText(word, 0, word.length)).flatMap((place) => {
    // The word is one of the two that the line begins with.
    const entry = isHeadword(dictionary.text, place, word) ? entryAt(dictionary, place) : null;
    return entry === null ? [] : [entry];
  });
}

function isHeadword(text: string, place: number, word: string): boolean {
  if (text.startsWith(`${word} `, place)) return true;
  return text.startsWith(`${word} `, text.indexOf(' ', place) + 1);
}
