/** A book of all articles: chapters that have not changed stay as they are packed in the book that stands. */
import type { ArticleState } from '../../core/state.ts';
import type { View } from '../edition.ts';
import { answersSame, observe, type Asked } from '../press/observed.ts';
import type {
  WholeArticle,
  WholeBefore,
  WholeFile,
  WholeMaker,
  WholeSetting,
} from '../whole-file.ts';
import { entriesIn, type ZipEntry } from '../zip-entries.ts';
import { aboutSite, modifiedOf } from './book.ts';
import { chapterOf, type Chapter } from './chapter.ts';
import {
  chaptersAsked,
  linkChapter,
  namePlaces,
  type Chapters,
  type LinkedChapter,
  type PlaceNames,
} from './links.ts';
import { chapterName, packBook } from './package.ts';
import { PictureShelf, type PictureWish } from './shelf.ts';
import { writeChapter, type ChapterFacts, type WrittenChapter } from './written-chapter.ts';

/** A chapter that links led to, and what of it they depend on; null: there was no such chapter. */
type Linked = readonly [slug: string, mark: string | null];

/** What is to be known of a chapter to let it stay. Plain data. */
interface ChapterNotes extends ChapterFacts {
  readonly inputs: string | null;
  readonly modified: string;
  readonly asked: Asked;
  readonly linked: readonly Linked[];
  readonly pictures: readonly PictureWish[];
}

/** A chapter with links to places that nobody has looked for yet. */
interface OpenChapter {
  readonly chapter: Chapter;
  readonly notes: Omit<ChapterNotes, keyof ChapterFacts>;
}

interface WholeBookSetting extends WholeSetting {
  readonly view: View;
  readonly path: string;
}

/** Mark of a chapter of which only that it is there matters. */
const THERE = '';
/** Mark of one of which nobody knows whether it changes: it holds for one run. */
const UNKNOWN = '?';

class BookMaker implements WholeMaker, Chapters {
  private readonly setting: WholeBookSetting;
  private readonly inputs: ReadonlyMap<string, string | null>;
  private readonly packed: ReadonlyMap<string, ZipEntry>;
  private readonly known: ReadonlyMap<string, ChapterNotes>;
  private readonly shelf = new PictureShelf();
  /** In the order of the book; null: still open. */
  private readonly chapters = new Map<string, WrittenChapter | null>();
  private readonly notes = new Map<string, ChapterNotes>();
  private readonly open = new Map<string, OpenChapter>();
  private readonly places = new Map<string, PlaceNames>();

  constructor(setting: WholeBookSetting) {
    this.setting = setting;
    this.inputs = new Map(setting.articles.map(({ card, inputs }) => [card.slug, inputs]));
    const before = setting.before(setting.path);
    const packed = before === null ? null : entriesIn(before.bytes);
    this.packed = packed ?? new Map();
    this.known = new Map(packed === null ? [] : notesIn(before).map((own) => [own.slug, own]));
  }

  has(slug: string): boolean {
    return this.inputs.has(slug);
  }

  names(slug: string): PlaceNames | undefined {
    return this.places.get(slug);
  }

  keep({ card: { slug }, inputs }: WholeArticle): boolean {
    const own = this.known.get(slug);
    if (own === undefined || inputs === null || own.inputs !== inputs) return false;
    if (!this.packed.has(chapterName(slug)) || !this.holds(own)) return false;
    if (!this.shelf.putAgain(own.pictures)) return false;
    const { entry, isSaid } = own;
    this.chapters.set(slug, { slug, entry, isSaid, document: null });
    this.notes.set(slug, own);
    return true;
  }

  private holds({ asked, linked }: ChapterNotes): boolean {
    const isSame = ([slug, mark]: Linked): boolean =>
      mark !== UNKNOWN && this.markOf(slug, mark !== THERE) === mark;
    return linked.every(isSame) && answersSame(asked, this.setting.site.slugs);
  }

  /**
   * What a link to a chapter depends on.
   * @param isPlace it leads to a place in it, whose name is the chapter's to say
   */
  private markOf(slug: string, isPlace: boolean): string | null {
    const inputs = this.inputs.get(slug);
    if (inputs === undefined) return null;
    return isPlace ? (inputs ?? UNKNOWN) : THERE;
  }

  add({ card, inputs }: WholeArticle, state: ArticleState): void {
    const { view, site } = this.setting;
    const seen = observe(site.slugs);
    const watched = { ...site, slugs: seen.slugs };
    const chapter = chapterOf({ state, card }, view, watched, this.shelf);
    this.places.set(card.slug, namePlaces(chapter));
    const notes = {
      inputs,
      modified: modifiedOf({ state, card }),
      asked: seen.told(),
      linked: this.linkedIn(chapter),
      pictures: this.shelf.takeWishes(),
    };
    this.chapters.set(card.slug, null);
    if (this.unseenIn(chapter).length === 0) this.write({ chapter, notes });
    else this.open.set(card.slug, { chapter, notes });
  }

  private linkedIn(chapter: Chapter): readonly Linked[] {
    const linked = chaptersAsked(chapter).map(({ slug, fragment }): Linked => {
      const isPlace = fragment !== undefined && fragment !== '';
      return [slug, this.markOf(slug, isPlace)];
    });
    return [...new Map(linked.map((each) => [each.join('#'), each])).values()];
  }

  /** Chapters whose places are to be known before its links can be led there. */
  private unseenIn(chapter: LinkedChapter): readonly string[] {
    return chaptersAsked(chapter).flatMap(({ slug, fragment }) =>
      !fragment || !this.has(slug) || this.places.has(slug) ? [] : [slug],
    );
  }

  private write({ chapter, notes }: OpenChapter): void {
    linkChapter(chapter, this);
    const { view, site } = this.setting;
    const { document, ...facts } = writeChapter(chapter, view, site.options);
    this.chapters.set(chapter.slug, { ...facts, document });
    this.notes.set(chapter.slug, { ...facts, ...notes });
  }

  wanted(): readonly string[] {
    return [...new Set([...this.open.values()].flatMap(({ chapter }) => this.unseenIn(chapter)))];
  }

  look({ card }: WholeArticle, state: ArticleState): void {
    const { view, site } = this.setting;
    const chapter = chapterOf({ state, card }, view, site, new PictureShelf());
    this.places.set(card.slug, namePlaces(chapter));
  }

  finish(): WholeFile | null {
    for (const open of this.open.values()) this.write(open);
    const { articles, path, view, site } = this.setting;
    // A book without a chapter is none.
    if (articles.length === 0) return null;
    const notes = [...this.chapters.keys()].flatMap((slug) => this.notes.get(slug) ?? []);
    const cards = articles.map(({ card }) => card);
    const moments = notes.map(({ modified }) => modified);
    const book = {
      ...aboutSite(cards, moments, view, site.options),
      chapters: [...this.chapters.values()].filter((chapter) => chapter !== null),
      pictures: this.shelf.all,
    };
    return { path, bytes: packBook(book, site.options, this.packed), notes };
  }
}

function notesIn(before: WholeBefore | null): readonly ChapterNotes[] {
  return (before?.notes ?? []) as readonly ChapterNotes[];
}

/** Makes a book of all articles in a view. */
export function wholeBook(setting: WholeBookSetting): WholeMaker {
  return new BookMaker(setting);
}
