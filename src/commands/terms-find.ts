/** `duizhao terms find`: where the terms stand in articles, and whether approved pairs keep to them. */
import { articleDay } from '../core/article-day.ts';
import { otherLang, type Lang, type Place, type Unit } from '../core/model.ts';
import { articlePath } from '../core/paths.ts';
import { placeFinder } from '../core/place.ts';
import { visibleLine } from '../core/safe-text.ts';
import type { ArticleState } from '../core/state.ts';
import { plainText } from '../core/tags.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { Term, TermMatch, TermMatcher } from '../terms/model.ts';
import type { CommandResult } from './command.ts';
import { chooseSlugs } from './slugs.ts';
import { answer, readAndNote, type TermsAction, type TermsCall } from './terms-action.ts';

interface Hit extends Place {
  readonly slug: string;
  readonly key: string;
  readonly lang: Lang;
  /** As it stands in the article. */
  readonly found: string;
  readonly forbidden: boolean;
  /** What is allowed in its place: on the other side, or for a forbidden form on the same. */
  readonly expected: readonly string[];
  /** Whether the approved other side has an allowed form; null where there is none approved. */
  readonly kept: boolean | null;
  /** Of the term base. */
  readonly termLine: number;
}

/** What is looked for, and each term alone: a longer term on the other side must not hide it. */
class Search {
  readonly all: TermMatcher;
  private readonly single = new Map<Term, TermMatcher>();

  constructor(terms: readonly Term[]) {
    this.all = createMatcher(terms);
  }

  stands(term: Term, text: string, lang: Lang): boolean {
    const matcher = this.single.get(term) ?? createMatcher([term]);
    this.single.set(term, matcher);
    return matcher.find(text, lang).some((match) => !match.forbidden);
  }
}

/**
 * Where a match stands in the article's text. Tags are Markdown there, so its place is that of the same
 * word, counted; the segment's beginning where markup divides the word itself.
 */
function offsetOf(state: ArticleState, unit: Unit, plain: string, match: TermMatch): number {
  const { span } = unit.segment;
  const word = plain.slice(match.span.from, match.span.to);
  const raw = state.article.text.slice(span.from, span.to);
  const before = plain.slice(0, match.span.from).split(word).length - 1;
  let at = raw.indexOf(word);
  for (let count = 0; count < before && at !== -1; count += 1) {
    at = raw.indexOf(word, at + word.length);
  }
  return span.from + Math.max(0, at);
}

function keptIn(unit: Unit, term: Term, search: Search): boolean | null {
  if (unit.status !== 'reviewed' || unit.pair === undefined) return null;
  const lang = otherLang(unit.segment.lang);
  return search.stands(term, plainText(unit.pair[lang]), lang);
}

function hitsIn(state: ArticleState, search: Search): Hit[] {
  const { slug, text } = state.article;
  const placeOf = placeFinder(articlePath(slug), text);
  const date = articleDay(state);
  return state.units.flatMap((unit) => {
    const { lang } = unit.segment;
    const plain = plainText(unit.segment.text);
    return search.all.find(plain, lang, date).map((match): Hit => {
      const { term, forbidden } = match;
      return {
        slug,
        key: unit.key,
        lang,
        ...placeOf(offsetOf(state, unit, plain, match)),
        found: plain.slice(match.span.from, match.span.to),
        forbidden,
        expected: forbidden ? term[lang] : term[otherLang(lang)],
        kept: forbidden ? null : keptIn(unit, term, search),
        termLine: term.line,
      };
    });
  });
}

function hitLine({ t }: TermsCall['services'], hit: Hit): string {
  const place = `${hit.file}:${hit.line}:${hit.column}`;
  const expected = hit.expected.join(' | ');
  const remark = hit.forbidden ? t('terms.find.forbidden') : keptWord(hit.kept, t);
  const line = `${place}: ${hit.found} → ${expected}`;
  return visibleLine(remark === '' ? line : `${line}  [${remark}]`);
}

function keptWord(kept: boolean | null, t: TermsCall['services']['t']): string {
  if (kept === null) return '';
  return t(kept ? 'terms.find.kept' : 'terms.find.missed');
}

async function find(call: TermsCall): Promise<CommandResult> {
  const { services, open, flags, args } = call;
  const { t } = services;
  const slugs = await chooseSlugs(open.workspace, args);
  const { terms, problems } = await readAndNote(call);
  const search = new Search(terms);
  const hits: Hit[] = [];
  for (const slug of slugs) hits.push(...hitsIn(await open.workspace.open(slug), search));
  const missed = hits.filter(({ kept }) => kept === false).length;
  const forbidden = hits.filter((hit) => hit.forbidden).length;
  const lines = [
    ...hits.map((hit) => hitLine(services, hit)),
    t('terms.find.sum', { count: hits.length, missed, forbidden, articles: slugs.length }),
  ];
  const totals = { hits: hits.length, missed, forbidden, articles: slugs.length };
  return { ...answer(flags.json, { hits, totals, problems }, lines), exitCode: 0 };
}

export const findAction: TermsAction = {
  name: 'find',
  usage: 'find [SLUG…]',
  flags: [],
  takes: [0, Infinity],
  run: find,
};
