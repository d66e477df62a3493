/** What goes into `importArticle` and what comes out, and the steps' common currency: the block. */
import type { Lang } from '../../core/model.ts';

export interface IntakeOptions {
  /** The file's name; `-` for standard input. Its ending says what it holds. */
  readonly name: string;
  readonly slug?: string;
  /** Nothing is dropped as furniture; the conversion to Markdown still happens. */
  readonly keepAll: boolean;
  readonly encoding?: string;
  /** `YYYY-MM-DD`, for the slug of an article without a date. */
  readonly today: string;
}

/** A line, or a piece of a line, that did not become part of the article. */
export interface DroppedLine {
  /** 1-based in the decoded input, 0 when unknown (HTML). */
  readonly line: number;
  /** Printable: control characters are spelled. */
  readonly text: string;
  /** An id of `DROP_REASONS`. */
  readonly reason: string;
}

/** A paragraph, heading or title that arrived in both languages. */
export interface ImportedPair {
  /** Inline Markdown as it stands in the article, without the block's own marker (`## `, `- `). */
  readonly source: string;
  /** Inline Markdown too. */
  readonly target: string;
  readonly sourceLang: Lang;
  readonly targetLang: Lang;
}

export interface Intake {
  readonly slug: string;
  readonly title: string;
  /** The whole article: front matter and body. */
  readonly markdown: string;
  readonly encoding: string;
  readonly dropped: readonly DroppedLine[];
  readonly pairs: readonly ImportedPair[];
}

export type PageBlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'verbatim' | 'rule';

/** A paragraph-like piece of a page on its way to Markdown. */
export interface PageBlock {
  readonly kind: PageBlockKind;
  /** Heading: level. Item and quote: nesting, from 1. Else 0. */
  readonly depth: number;
  /** An item's own marker: `-` or `1.`. */
  readonly marker?: string;
  readonly line: number;
  /** As a reader sees it. */
  readonly text: string;
  /** Its inline Markdown; without it, `text` is plain and is escaped at the end. */
  readonly inline?: string;
}

/** What a reader of pages (text, HTML) hands on. */
export interface Page {
  readonly title: string | null;
  readonly date: string | null;
  readonly blocks: readonly PageBlock[];
  readonly dropped: readonly DroppedLine[];
  /** The page says itself that it is bilingual. */
  readonly bilingual: boolean;
}
