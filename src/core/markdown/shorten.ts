/**
 * Parses long plain words by their first and last letter. A parser looks at every letter several times, and most
 * letters of an article stand where none of them can mean anything. Such runs are cut short before the parse and
 * put back into its tree, which is then the same (see the property in the tests).
 */
import type { Nodes, Root } from 'mdast';

type Point = NonNullable<Nodes['position']>['start'];

/** Stands for a run: no white space, no punctuation, and in no article (U+E000 is for private use). */
const MARK = '\uE000';

/** A line that begins so is a block of its own. */
const BLOCK_START = /^(?:#{1,6}|-) /;

/** What begins so begins no block: `1.` and `1)` begin a list. */
const WORDS_START = /^(?:["'“”‘’「『（(《]?\p{L}|\d{1,9}[^\d.)])/u;

/** What can mean something in a line of words; `*` and `_` only end a run. White space at the end goes. */
const SIGNIFICANT = /[\\`[\]<>&~|@#\u0000-\u001f\u007f]|https?:|www\.| $/i;

/** Shorter ones are not worth it. */
const RUN = /[^*_]{12,}/g;

interface Shortened {
  readonly text: string;
  /** What each mark stands for. */
  readonly runs: readonly string[];
  /** Offsets of the marks in the short text, rising. */
  readonly marks: readonly number[];
}

/** In several lines of a paragraph, a bracket may span one that has none. */
function standsAlone(lines: readonly string[], index: number): boolean {
  return (lines[index - 1] ?? '') === '' && (lines[index + 1] ?? '') === '';
}

function shorten(text: string): Shortened {
  const runs: string[] = [];
  const marks: number[] = [];
  let length = 0;
  const short = text.split('\n').map((line, index, lines) => {
    const [start = ''] = BLOCK_START.exec(line) ?? [];
    const words = line.slice(start.length);
    const isPlain = WORDS_START.test(words) && !SIGNIFICANT.test(words);
    const made =
      isPlain && (start !== '' || standsAlone(lines, index)) ? start + cutRuns(words, runs) : line;
    for (let at = made.indexOf(MARK); at !== -1; at = made.indexOf(MARK, at + 1)) {
      marks.push(length + at);
    }
    length += made.length + 1;
    return made;
  });
  return { text: short.join('\n'), runs, marks };
}

/** The first and the last character stay: they say whether a sign beside them opens or closes. */
function cutRuns(words: string, runs: string[]): string {
  return words.replace(RUN, (run) => {
    runs.push(run.slice(1, -1));
    return run.charAt(0) + MARK + run.charAt(run.length - 1);
  });
}

/** Puts runs back, in the order of the text. */
class Restoring {
  private next = 0;
  private readonly runs: readonly string[];
  private readonly marks: readonly number[];
  /** How much longer the text is behind each mark than before the first. */
  private readonly longer: readonly number[];

  constructor({ runs, marks }: Shortened) {
    this.runs = runs;
    this.marks = marks;
    let sum = 0;
    this.longer = runs.map((run) => (sum += run.length - 1));
  }

  node(node: Nodes): void {
    if ('value' in node && node.value.includes(MARK)) {
      node.value = node.value.replaceAll(MARK, () => this.runs[this.next++] ?? '');
    }
    if (node.position === undefined) return;
    this.point(node.position.start);
    this.point(node.position.end);
  }

  private point(point: Point): void {
    const { offset = 0, column } = point;
    const lineStart = this.offset(offset - column + 1);
    point.offset = this.offset(offset);
    point.column = point.offset - lineStart + 1;
  }

  /** Where an offset of the short text is in the whole one. */
  private offset(short: number): number {
    let [low, high] = [0, this.marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle] ?? 0) < short) low = middle + 1;
      else high = middle;
    }
    return short + (this.longer[low - 1] ?? 0);
  }
}

/** The tree that `parse` makes of a text, in less time. `parse` does nothing but CommonMark, GitHub's and YAML. */
export function parseShortened(text: string, parse: (text: string) => Root): Root {
  if (text.includes(MARK)) return parse(text);
  const short = shorten(text);
  const tree = parse(short.text);
  if (short.runs.length === 0) return tree;
  const restoring = new Restoring(short);
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    restoring.node(node);
    if ('children' in node) stack.push(...node.children.toReversed());
  }
  return tree;
}
