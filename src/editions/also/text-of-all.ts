/** A text of all articles: a head, a part an article, and a tail. */
import type { ArticleState } from '../../core/state.ts';
import { harmless } from '../harmless.ts';
import type {
  WholeArticle,
  WholeBefore,
  WholeFile,
  WholeMaker,
  WholeSetting,
} from '../whole-file.ts';

/** How the text is put together. An article's part may be empty. */
export interface TextForm {
  readonly head: string;
  /** Stands between two parts that are not empty. */
  readonly between: string;
  readonly tail: string;
  readonly partOf: (state: ArticleState) => string;
}

/** Articles in the order in which they stand; lengths in bytes. */
type Notes = readonly (readonly [slug: string, inputs: string | null, length: number])[];

interface Part {
  readonly inputs: string | null;
  readonly bytes: Uint8Array;
}

/** The text of one article alone. */
export function textOf({ head, tail, partOf }: TextForm, state: ArticleState): string {
  return `${head}${partOf(state)}${tail}`;
}

/** The parts of a text that stands, by slug; none when it is not what it says of itself. */
function partsIn(
  { bytes, notes }: WholeBefore,
  { head, between, tail }: TextForm,
): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  let at = Buffer.byteLength(head);
  let isFirst = true;
  for (const [slug, inputs, length] of notes as Notes) {
    if (length > 0 && !isFirst) at += Buffer.byteLength(between);
    if (length > 0) isFirst = false;
    parts.set(slug, { inputs, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return at + Buffer.byteLength(tail) === bytes.length ? parts : new Map();
}

class TextMaker implements WholeMaker {
  private readonly path: string;
  private readonly form: TextForm;
  private readonly known: ReadonlyMap<string, Part>;
  private readonly parts = new Map<string, Part>();

  constructor(path: string, form: TextForm, before: WholeBefore | null) {
    this.path = path;
    this.form = form;
    this.known = before === null ? new Map() : partsIn(before, form);
  }

  keep({ card, inputs }: WholeArticle): boolean {
    const part = this.known.get(card.slug);
    if (part === undefined || inputs === null || part.inputs !== inputs) return false;
    this.parts.set(card.slug, part);
    return true;
  }

  add({ card, inputs }: WholeArticle, state: ArticleState): void {
    const text = harmless(this.form.partOf(state));
    this.parts.set(card.slug, { inputs, bytes: Buffer.from(text) });
  }

  wanted(): readonly string[] {
    return [];
  }

  look(): void {}

  finish(): WholeFile {
    const { head, between, tail } = this.form;
    const filled = [...this.parts.values()].filter(({ bytes }) => bytes.length > 0);
    const gap = Buffer.from(between);
    const inside = filled.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [gap, bytes]));
    const notes: Notes = [...this.parts].map(
      ([slug, { inputs, bytes }]) => [slug, inputs, bytes.length] as const,
    );
    const bytes = Buffer.concat([Buffer.from(head), ...inside, Buffer.from(tail)]);
    return { path: this.path, bytes, notes };
  }
}

/** Makes a text of all articles. */
export function textOfAll(path: string, form: TextForm, { before }: WholeSetting): WholeMaker {
  return new TextMaker(path, form, before(path));
}
