/**
 * The words of the project as types. Everything else is a function between these.
 * A segment's source language is its own: an article has none.
 */

import type { ArticleOptions } from './article.ts';
import type { ChangeClass } from './change/classify.ts';
import type { Cut } from './cuts.ts';

/** A language of a text. An article holds both, in any mixture. */
export type Lang = 'zh' | 'en';

export const LANGS: readonly Lang[] = ['zh', 'en'];

/** The other language of the pair. */
export function otherLang(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}

/** A half-open range `[from, to)` of UTF-16 offsets into the article's text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type BlockKind =
  | 'field' // a translatable front-matter field
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-cell'
  | 'caption'; // an image that stands alone: its alt text

/**
 * What a numbered tag stands for. `open`/`close` are the article's own Markdown; for a tag without
 * content (`<2/>`) everything is in `open` and `close` is empty.
 */
export interface InlineTag {
  readonly open: string;
  readonly close: string;
  /** How an edition renders it; opaque tags keep the article's Markdown as it stands. */
  readonly mark: InlineMark;
}

export type InlineMark =
  | { readonly type: 'strong' | 'emphasis' | 'delete' }
  | { readonly type: 'link'; readonly url: string; readonly title: string | null }
  | {
      readonly type: 'image';
      readonly url: string;
      readonly title: string | null;
      readonly alt: string;
    }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'break' }
  | { readonly type: 'html'; readonly value: string }
  | { readonly type: 'footnote'; readonly id: string };

/**
 * A sentence (or a whole short block) of an article, before it is known under which key.
 * `text` is plain text with numbered tags: `<1>bold</1>`, `<2/>`; a literal `<` or `&` that could be
 * read as a tag is written `&lt;`, `&amp;` (see tags.ts).
 */
export interface Segment {
  readonly text: string;
  readonly lang: Lang;
  /** Where it stands in the article's text; in a front-matter field, the scalar's own text. */
  readonly span: Span;
  /** Index into `Article.blocks`. */
  readonly block: number;
  /** By number: `tags[0]` is `<1>`. */
  readonly tags: readonly InlineTag[];
  /** Nothing in it can be translated (numbers, a URL, code): copied into every edition, has no key. */
  readonly untranslatable: boolean;
}

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** Heading depth 1–6; 0 for every other kind. */
  readonly depth: number;
  /** The front-matter field's name, for kind `field`. */
  readonly field?: string;
  /** A run of segments `[from, to)` of `Article.segments`. */
  readonly segments: Span;
}

/** Front matter as far as the tool reads it; everything else in it is kept as it stands. */
export interface FrontMatter {
  readonly title?: string;
  readonly date?: string;
  readonly [field: string]: unknown;
}

export interface Article {
  readonly slug: string;
  /** What it was read with, but for the cuts. */
  readonly options: ArticleOptions;
  /** The whole file, as stored (NFC, LF). */
  readonly text: string;
  readonly front: FrontMatter;
  /** Where the Markdown body starts in `text`. */
  readonly bodyFrom: number;
  readonly blocks: readonly Block[];
  readonly segments: readonly Segment[];
}

/** A segment's two texts. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** Where a draft came from. */
export type Origin =
  | 'person'
  | 'imported' // the article arrived with both languages
  | 'memory'
  | `engine:${string}`;

export interface Draft {
  readonly origin: Origin;
  /** The source text it was made for. */
  readonly source: string;
  readonly text: string;
  readonly at: string;
  readonly by?: string;
  /** What the engine said about its work. */
  readonly engine?: EngineProvenance;
  /** For origin `memory`: the article and key of the pair it was taken from. */
  readonly from?: string;
}

export interface EngineProvenance {
  readonly model?: string;
  /** Hash of the term base's content that the engine worked with. */
  readonly glossary?: string;
  /** Hash of the engine's settings (variant, model, style …): drafts of other settings are not reused. */
  readonly settings?: string;
  readonly billed: number;
  /** The answer as it came, when restoring changed it. */
  readonly raw?: string;
  /** The answer was given before, beside other neighbours. */
  readonly otherContext?: true;
  /** A second opinion: shown beside the first, never in its place. */
  readonly second?: true;
  /** What a look at the answer found odd. */
  readonly doubts?: readonly Doubt[];
}

/** Why a machine's draft wants a closer look; none of them is certain. */
export const DOUBTS = [
  'unchanged', // the answer is the source
  'language', // hardly a sign of the target language
  'short', // far shorter than such a source becomes: something may be left out
  'long', // far longer: something may be added or repeated
  'sentences', // fewer sentences than the source
  'numbers', // a number of the source is in no form in the target
  'terms', // a term of the term base is not rendered as it says
  'repeated', // the same words over and over
  'untagged', // the markup is lost and has to be put back
] as const;

export type Doubt = (typeof DOUBTS)[number];

/** One approval. Both texts in full, so history, diffs and clashes need nothing else. */
export interface SignOff {
  readonly zh: string;
  readonly en: string;
  /** Which of the two was the source. */
  readonly source: Lang;
  readonly by: string;
  readonly at: string;
  /** Set when no person pressed the key: `fix:<id>`, `policy:<class>`. */
  readonly via?: string;
}

export interface Omission {
  readonly reason: string;
  readonly source: string;
  readonly by: string;
  readonly at: string;
}

/** A pair whose segment is gone from the article. Kept for memory, and for the sentence's return. */
export interface Orphan extends Pair {
  readonly source: Lang;
  readonly at: string;
}

/** A reviewer's decision on where a segment ends, and whether it was taken back. */
export interface StoredCut extends Cut {
  readonly by: string;
  readonly at: string;
  /** A merge: the person's draft that the joined text took the place of; it comes back with the cut. */
  readonly replaced?: Draft;
  /** When it was taken back; a later decision for the same place puts it in force again. */
  readonly undone?: string;
}

/** Something that somebody did, and when. */
export interface Deed {
  readonly at: string;
  readonly by: string;
}

/** A person's remark on a segment. */
export interface Note extends Deed {
  /** Minted from key, time, person and text, so that one remark is one note wherever it arrives. */
  readonly id: string;
  readonly text: string;
  /** Who settled it. */
  readonly resolved?: Deed;
  /** Who opened it again; it is open when this is later than `resolved`. */
  readonly reopened?: Deed;
}

/** Who is to work on a segment; null: nobody any more. */
export interface Assignment extends Deed {
  readonly to: string | null;
}

/** A change of the source that was made in the review and written into the article. Tagged texts. */
export interface Correction extends Deed {
  readonly before: string;
  readonly after: string;
}

/** What was decided or drafted, as a name for it: enough to know it again. */
export interface DeedName extends Deed {
  readonly type: 'sign-off' | 'draft' | 'drop-draft' | 'revoke' | 'omit' | 'include';
}

/** What once held and no longer does. Nothing is ever taken out. */
export type PastEvent =
  /** An approval was taken back, and something came after it. */
  | (Deed & { readonly type: 'revocation' })
  /** A segment had been left out. */
  | (Omission & { readonly type: 'omission'; readonly ended: Deed })
  /** Deeds were taken back by undo: none of them counts. */
  | (Deed & { readonly type: 'undo'; readonly undone: readonly DeedName[] });

/** One line of `articles/<slug>.review.jsonl`: all that is known of a key but its approved pair. */
export interface ReviewRecord {
  readonly key: string;
  readonly drafts: readonly Draft[];
  /**
   * What people have typed and somebody else's text has taken the place of, of each person the last;
   * oldest first.
   */
  readonly aside?: readonly Draft[];
  /** Oldest first; the last one is in force unless `revoked` is later. */
  readonly signoffs: readonly SignOff[];
  readonly omitted?: Omission;
  readonly orphan?: Orphan;
  /** A person took the approval back: when and who. */
  readonly revoked?: { readonly by: string; readonly at: string };
  /** Approvals that branches brought together and that differ: the next sign-off chooses. */
  readonly candidates?: readonly SignOff[];
  /** Merges and splits that were decided when this key's segment was looked at. */
  readonly cuts?: readonly StoredCut[];
  /** The source text that the key was matched with last, so that the next edit is measured from there. */
  readonly matched?: { readonly source: string; readonly at: string };
  /** Oldest first. */
  readonly notes?: readonly Note[];
  readonly assigned?: Assignment;
  /** Changes of the source that were made in the review, oldest first. */
  readonly corrections?: readonly Correction[];
  /** Oldest first. */
  readonly past?: readonly PastEvent[];
  /** Findings that people have said are none, oldest first. */
  readonly dismissed?: readonly Dismissal[];
  /** Fields a newer version wrote: kept as they are. */
  readonly rest: Readonly<Record<string, unknown>>;
}

/** Derived for each segment, never stored. */
export type Status =
  | 'reviewed'
  | 'changed'
  | 'conflict'
  | 'stale'
  | 'draft'
  | 'untranslated'
  | 'omitted'
  | 'untranslatable';

export const STATUSES: readonly Status[] = [
  'reviewed',
  'changed',
  'conflict',
  'stale',
  'draft',
  'untranslated',
  'omitted',
  'untranslatable',
];

/** How a segment found its key. */
export type Link = 'kept' | 'moved' | 'stale' | 'fresh';

/** A segment of an article as it stands today, with all that the workspace knows of it. */
export interface Unit {
  readonly key: string;
  readonly segment: Segment;
  /** Position in reading order, from 0. */
  readonly index: number;
  readonly status: Status;
  readonly link: Link;
  /** The approved pair, of this source or (stale) of an earlier one. */
  readonly pair?: Pair;
  readonly record?: ReviewRecord;
  /** The draft to show: a person's first, then the newest; bound to today's source unless stale. */
  readonly draft?: Draft;
  /** For `stale` and re-attached drafts: the source text that the pair or draft was made for. */
  readonly previousSource?: string;
  /** For `stale`: how the source changed. */
  readonly change?: ChangeClass;
  /** For `stale`: the config lets the last approved target go out meanwhile. */
  readonly tolerated?: boolean;
}

export type Severity = 'error' | 'warning' | 'note';

/** A place in a file: 1-based line and column (UTF-16 units). */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A replacement in a text: UTF-16 units of the text as it is before any edit. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** How a finding can be mended by itself: edits of one text, none of them overlapping. */
export interface Fix {
  readonly lang: Lang;
  /** In reading order. */
  readonly edits: readonly TextEdit[];
}

/** A person's word that a finding is none, bound to both texts. */
export interface Dismissal extends Deed {
  readonly check: string;
  /** Name of the two texts it was said of (`core/pair-name.ts`). */
  readonly texts: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`; without it, for ever. */
  readonly until?: string;
  /** Who took it back: it holds no more. */
  readonly withdrawn?: Deed;
}

/** What a check says about a pair, a file or an article. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly slug: string;
  readonly place: Place;
  readonly key?: string;
  readonly zh?: string;
  readonly en?: string;
  /** Which of the two is the source. */
  readonly source?: Lang;
  /** Where in `zh` and `en`: UTF-16 units of these tagged texts. */
  readonly spans?: Readonly<Partial<Record<Lang, readonly Span[]>>>;
  readonly fix?: Fix;
  /** In force: the finding is shown, and is never red. */
  readonly dismissed?: Dismissal;
  /** Was in force until a day that is over: the finding counts again. */
  readonly expired?: Dismissal;
  /** Values for the message `check.<id>` in the interface's locale files. */
  readonly values: Readonly<Record<string, string | number>>;
}
