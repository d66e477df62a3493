/** Terms in English text: the longest form at each place, over words and their inflections. */
import type { Span } from '../core/model.ts';
import { bestOf, type Entry, type Form } from './entry.ts';
import { gapBetween, gapsOf, spell, withoutPossessive, wordsOf, type Word } from './en-words.ts';
import { guardPatterns, patternsOf, type Pattern } from './en-pattern.ts';
import type { TermMatch } from './model.ts';
import { normalText } from './normal-text.ts';

/** Forms with the same words, and the marks that stand before and after them ("C++", ".NET", "U.S."). */
interface Ending {
  readonly lead: string;
  readonly trail: string;
  readonly entries: Entry[];
}

interface Node {
  next?: Map<string, Node>;
  /** Those with most marks first. */
  endings?: Ending[];
}

interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly date: string | undefined;
}

interface Hit {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
  /** Index of the word after it. */
  readonly next: number;
}

function stepKey({ text, words }: Place, index: number): string {
  const word = words[index];
  const left = words[index - 1];
  if (word === undefined || left === undefined) return '';
  return gapBetween(text, left, word);
}

/** The ending of a node for such marks, made when there is none. */
function endingFor(node: Node, lead: string, trail: string): Ending {
  node.endings ??= [];
  const known = node.endings.find((ending) => ending.lead === lead && ending.trail === trail);
  if (known !== undefined) return known;
  const made = { lead, trail, entries: [] };
  node.endings.push(made);
  node.endings.sort((a, b) => b.lead.length + b.trail.length - a.lead.length - a.trail.length);
  return made;
}

function standsBetween(text: string, { lead, trail }: Ending, { from, to }: Span): boolean {
  return (lead === '' || text.endsWith(lead, from)) && (trail === '' || text.startsWith(trail, to));
}

class EnglishSearch {
  private readonly root: Node = {};

  constructor(forms: readonly Form[]) {
    for (const form of forms) this.addAll(patternsOf(form));
    this.addAll(guardPatterns());
  }

  private addAll(patterns: readonly Pattern[]): void {
    for (const pattern of patterns) this.add(pattern);
  }

  private add({ words, gaps, lead, trail, entry }: Pattern): void {
    let node = this.root;
    for (const [index, word] of words.entries()) {
      const key = (gaps[index - 1] ?? '') + word.toLowerCase();
      node.next ??= new Map();
      const next = node.next.get(key) ?? {};
      node.next.set(key, next);
      node = next;
    }
    endingFor(node, lead, trail).entries.push(entry);
  }

  find(given: string, date: string | undefined): readonly TermMatch[] {
    const { text, origin } = normalText(given);
    const place = { text, words: wordsOf(text), date };
    const found: TermMatch[] = [];
    let index = 0;
    while (index < place.words.length) {
      const hit = this.longestAt(place, index);
      if (hit?.entry.term) {
        const { term, form, forbidden } = hit.entry;
        found.push({ term, form, forbidden, span: { from: origin(hit.from), to: origin(hit.to) } });
      }
      index = hit?.next ?? index + 1;
    }
    return found;
  }

  private longestAt(place: Place, first: number): Hit | null {
    let node: Node | undefined = this.root;
    let best: Hit | null = null;
    for (let index = first; index < place.words.length; index += 1) {
      const word = place.words[index];
      const next: Map<string, Node> | undefined = node?.next;
      if (word === undefined || next === undefined) break;
      const gap = index === first ? '' : stepKey(place, index);
      node = next.get(gap + word.key);
      best = this.hitAt(place, { first, last: index, gap, next, node }) ?? best;
    }
    return best;
  }

  /** A form that ends with a word as it stands, else without the 's of the possessive. */
  private hitAt(place: Place, step: Step): Hit | null {
    const exact = endingAt(step.node, place, { ...step, cut: 0 });
    if (exact !== null) return exact;
    const base = withoutPossessive(place.words[step.last]?.key ?? '');
    if (base === null) return null;
    return endingAt(step.next.get(step.gap + base), place, { ...step, cut: 2 });
  }
}

interface Step {
  readonly first: number;
  readonly last: number;
  readonly gap: string;
  readonly next: Map<string, Node>;
  readonly node: Node | undefined;
}

/** Words of a text by index, both inclusive; `cut` units of the last are not meant. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly cut: number;
}

/** The form that ends at a node. */
function endingAt(node: Node | undefined, place: Place, range: Range): Hit | null {
  const start = place.words[range.first];
  const end = place.words[range.last];
  if (node?.endings === undefined || start === undefined || end === undefined) return null;
  const bare = { from: start.from, to: end.to - range.cut };
  const written = writtenAt(place, range);
  for (const ending of node.endings) {
    if (!standsBetween(place.text, ending, bare)) continue;
    const from = bare.from - ending.lead.length;
    const to = bare.to + ending.trail.length;
    const reading = { text: place.text.slice(from, to), written, date: place.date };
    const entry = bestOf(ending.entries, reading);
    if (entry !== null) return { entry, from, to, next: range.last + 1 };
  }
  return null;
}

function writtenAt({ text, words }: Place, { first, last, cut }: Range): string {
  const within = words.slice(first, last + 1);
  const spelled = spell(
    within.map(({ written }) => written),
    gapsOf(text, within),
  );
  return spelled.slice(0, spelled.length - cut);
}

/** A search over forms: leftmost, longest, none overlapping, spans in the text as given. */
export function createEnglishSearch(
  forms: readonly Form[],
): (text: string, date?: string) => readonly TermMatch[] {
  const search = new EnglishSearch(forms);
  return (text, date) => search.find(text, date);
}
