/**
 * Memory, term base and dictionary while a review is open: read when they are first needed, kept in step
 * with the articles, asked through the review's effects.
 */
import { otherLang } from '../core/model.ts';
import type { Workspace } from '../core/ports.ts';
import type { ArticleState } from '../core/state.ts';
import { articleDay } from '../core/article-day.ts';
import { untilDone } from '../core/until-done.ts';
import { detectLanguage } from '../core/language.ts';
import { TERMS_PATH } from '../core/paths.ts';
import { buildDictionary, type Dictionary } from '../dictionary/dictionary.ts';
import { lookUp } from '../dictionary/look-up.ts';
import { concordance, type Concordance } from '../memory/concordance.ts';
import { MemoryBuilder, withArticle, type Memory } from '../memory/memory.ts';
import { loadScriptFold } from '../memory/script-fold.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { TermMatcher } from '../terms/model.ts';
import { parseTerms } from '../terms/term-file.ts';
import { aidsFor, type Aids } from './aids.ts';

/** An entry of the dictionary as the screen shows it. */
export interface Definition {
  readonly headword: string;
  readonly pinyin: string;
  readonly senses: readonly string[];
}

export interface LookUpParts {
  readonly workspace: Pick<Workspace, 'slugs' | 'open' | 'terms'>;
  /** Text of a dictionary in the format of CC-CEDICT, or null with what to do about it. */
  readonly dictionary: () => Promise<{ readonly text: string } | { readonly missing: string }>;
  /** Lets keys and the painter have their turn. */
  readonly breathe: () => Promise<void>;
}

const HITS = 50;

/** What a concordance's question is, side by side with all approved pairs. */
export interface Question {
  readonly query: string;
  readonly side: 'zh' | 'en' | 'both';
}

export class LookUps {
  private readonly parts: LookUpParts;
  private memory: Memory | null = null;
  private latest: ArticleState | null = null;
  private readonly gathered = untilDone(() => this.gather());
  private terms = this.termsOnce();
  private readonly book = untilDone(() => this.readDictionary());

  constructor(parts: LookUpParts) {
    this.parts = parts;
  }

  /** What is known of segments; one that is gone has none. */
  async aids(article: ArticleState, keys: readonly string[]): Promise<readonly Aids[]> {
    const memory = await this.memoryWith(article);
    const matcher = await this.terms();
    const date = articleDay(article) ?? null;
    const indexes = indexesOf(article);
    const parts = { memory, matcher, article, date };
    return keys.flatMap((key) => {
      const index = indexes.get(key);
      const aids = index === undefined ? null : aidsFor({ ...parts, index });
      return aids === null ? [] : [aids];
    });
  }

  /** Looks words up in all approved pairs. */
  async concordance({ query, side }: Question): Promise<Concordance> {
    const memory = this.memory ?? (await this.build());
    return concordance(memory, query, { side, limit: HITS, fold: await loadScriptFold() });
  }

  /** Entries for the word at an offset of a text; or the reason why there can be none. */
  async define(text: string, offset: number): Promise<readonly Definition[] | string> {
    const book = await this.book();
    if (typeof book === 'string') return book;
    const lang = detectLanguage(text) ?? otherLang('zh');
    return lookUp(book, text, offset, lang).map(({ simplified, traditional, pinyin, senses }) => ({
      headword: simplified === traditional ? simplified : `${simplified} ${traditional}`,
      pinyin,
      senses,
    }));
  }

  /** The term base has changed, or may have. */
  forgetTerms(): void {
    this.terms = this.termsOnce();
  }

  private termsOnce(): () => Promise<TermMatcher> {
    return untilDone(() => this.readTerms());
  }

  private async readTerms(): Promise<TermMatcher> {
    const { terms } = parseTerms((await this.parts.workspace.terms()) ?? '', TERMS_PATH);
    return createMatcher(terms);
  }

  private async readDictionary(): Promise<Dictionary | string> {
    const read = await this.parts.dictionary();
    return 'missing' in read ? read.missing : buildDictionary(read.text);
  }

  private async memoryWith(article: ArticleState): Promise<Memory> {
    const memory = this.memory ?? (await this.build());
    // An article is a value: the same one has the same pairs.
    if (this.latest === article) return memory;
    this.latest = article;
    this.memory = withArticle(memory, article);
    return this.memory;
  }

  private async build(): Promise<Memory> {
    this.memory = await this.gathered();
    return this.memory;
  }

  private async gather(): Promise<Memory> {
    const { workspace, breathe } = this.parts;
    const builder = new MemoryBuilder();
    for (const slug of await workspace.slugs()) {
      await breathe();
      // An article that cannot be read gives the memory nothing; the list says what is wrong with it.
      const state = await workspace.open(slug).catch(() => null);
      if (state !== null) builder.add(state);
    }
    return builder.finish();
  }
}

const positions = new WeakMap<ArticleState, ReadonlyMap<string, number>>();

/** Where an article's keys stand. */
function indexesOf(article: ArticleState): ReadonlyMap<string, number> {
  const known =
    positions.get(article) ?? new Map(article.units.map(({ key, index }) => [key, index]));
  positions.set(article, known);
  return known;
}
