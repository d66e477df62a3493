/**
 * What the segmenter knows of one language. The facts are data (zh.ts, en.ts); the rules that read
 * them are the same for every language, because articles mix them.
 */

/** Settings a user may add to the built-in facts. All are literal text, case as written. */
export interface SentenceRules {
  /** Further abbreviations, with or without their final stop: a stop after one ends no sentence. */
  readonly abbreviations?: readonly string[];
  /** Texts that end in a mark which ends no sentence, such as a name: `Yahoo!`. */
  readonly noBreakAfter?: readonly string[];
  /** Texts that end a sentence wherever they stand, such as `；`. */
  readonly breakAfter?: readonly string[];
}

export interface Grammar {
  /** Sticky: what follows a quotation names its speaker, so the quotation is not the end. */
  readonly attribution: RegExp;
  /** The same, only after a question or an exclamation. */
  readonly questionAttribution: RegExp;
  /** Up to the end of the text: words that announce a quotation, such as a verb of speech. */
  readonly announcement: RegExp;
  /** Sticky: after closing quotation marks the sentence goes on with this. */
  readonly continuation: RegExp;
  /** Whole: an exclamation that is too little for a sentence of its own. */
  readonly interjection: RegExp;
  /** Whole: text in brackets that stands for itself, such as a byline. */
  readonly byline: RegExp;
  /** A quotation up to this length stays in one piece with the words that name its speaker. */
  readonly shortQuotation: number;
  /** Sticky: after an ellipsis these words start a new sentence. */
  readonly afterEllipsis: RegExp;
  /** Whole: a line so short that three of them without any mark at their ends are a list. */
  readonly label: RegExp;
}

/** How a stop after a word of Latin letters is to be read. Keys hold no final stop. */
export interface Abbreviations {
  /** Stands before a name or in the middle of a phrase: never ends a sentence. */
  readonly inside: ReadonlySet<string>;
  /** Stands before a number (or a Roman one); otherwise it may end a sentence. */
  readonly beforeNumber: ReadonlySet<string>;
  /** Ends a sentence only before a word that starts one. */
  readonly mayEnd: ReadonlySet<string>;
  /** Ends a sentence before any capital. */
  readonly trailing: ReadonlySet<string>;
  /** A time of day: ends a sentence before a capital that is not a day, month or time zone. */
  readonly time: ReadonlySet<string>;
}
