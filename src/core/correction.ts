/**
 * A change of the source that is made in the review: whether the article allows it, and the article
 * with it. The article is read again with the new text; exactly this segment may differ, and every
 * key has to stay where it is.
 */
import { parseArticle } from './article.ts';
import { UserError } from './errors.ts';
import { cutsInForce, matchState, type KnownState } from './load.ts';
import { rewritesOf } from './markdown/rewrite-segment.ts';
import type { MessageKey } from './messages.ts';
import type { Article, Segment, Unit } from './model.ts';
import type { CorrectSourceOperation, Operation } from './operations.ts';
import type { ArticleState } from './state.ts';
import { compareTags, sameText } from './tags.ts';

/** Why a correction is refused. */
export type CorrectionProblem =
  | 'gone' // the key has no segment (any more)
  | 'changed' // the article holds another text than the person saw
  | 'empty'
  | 'same'
  | 'tags' // a tag is missing, one too many, or not in its order
  | 'splits' // the sentence would become two
  | 'joins' // it would become one with its neighbour, or none
  | 'language' // it would count as the other language
  | 'markup' // it would be read as another text, or change something beside it
  | 'front-matter' // the front matter could not be read any more, or another field would change
  | 'keys'; // a segment would lose its key

export type PlannedCorrection =
  | { readonly article: Article; readonly segment: Segment }
  | { readonly problem: CorrectionProblem };

type Asked = Pick<CorrectSourceOperation, 'key' | 'before' | 'after' | 'at'>;

function signature({ text, lang, block, tags, untranslatable }: Segment): string {
  return JSON.stringify([text, lang, block, tags, untranslatable]);
}

/** All of an article but the texts: what a correction may not change. */
function frame({ blocks, front }: Article, except: string | undefined): string {
  const values = Object.entries(front).filter(([name]) => name !== except);
  return JSON.stringify([blocks.map(({ kind, depth, field }) => [kind, depth, field]), values]);
}

function countProblem(before: Article, after: Article): CorrectionProblem | null {
  const more = after.segments.length - before.segments.length;
  if (more === 0) return null;
  return more > 0 ? 'splits' : 'joins';
}

function ownProblem(before: Segment, after: Segment, wanted: string): CorrectionProblem | null {
  if (after.lang !== before.lang || after.untranslatable) return 'language';
  const marks = ({ tags }: Segment): string => JSON.stringify(tags.map(({ mark }) => mark));
  if (marks(after) !== marks(before)) return 'tags';
  return sameText(after.text, wanted) ? null : 'markup';
}

/** What is wrong with the article read again, or null. */
function structureProblem(
  before: Article,
  after: Article,
  index: number,
  wanted: string,
): CorrectionProblem | null {
  const counted = countProblem(before, after);
  if (counted !== null) return counted;
  const [old, now] = [before.segments[index], after.segments[index]];
  if (old === undefined || now === undefined) return 'gone';
  return ownProblem(old, now, wanted) ?? otherProblem(before, after, index);
}

/** Whether something changes beside the segment. */
function otherProblem(before: Article, after: Article, index: number): CorrectionProblem | null {
  const field = before.blocks[before.segments[index]?.block ?? -1]?.field;
  if (frame(before, field) !== frame(after, field)) {
    return field === undefined ? 'markup' : 'front-matter';
  }
  const isSame = before.segments.every(
    (segment, at) =>
      at === index || signature(segment) === signature(after.segments[at] as Segment),
  );
  return isSame ? null : 'markup';
}

function reread(known: KnownState, text: string): Article | null {
  const { slug, options } = known.article;
  const cuts = cutsInForce(known.records.values());
  try {
    return parseArticle(slug, text, { ...options, cuts });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** The article with the text in the segment's place; the closest to what is there that reads right. */
function rewrite(known: KnownState, index: number, wanted: string): Article | CorrectionProblem {
  const { article } = known;
  const segment = article.segments[index];
  if (segment === undefined) return 'gone';
  let problem: CorrectionProblem = 'markup';
  for (const written of rewritesOf(article, segment, wanted)) {
    const { from, to } = segment.span;
    const text = article.text.slice(0, from) + written + article.text.slice(to);
    const after = reread(known, text);
    const found = after === null ? 'front-matter' : structureProblem(article, after, index, wanted);
    if (after !== null && found === null) return after;
    problem = found ?? problem;
  }
  return problem;
}

/** What is known once the key stands for the new text. */
function remembering(known: KnownState, { key, after, at }: Asked): KnownState {
  const record = known.records.get(key) ?? { key, drafts: [], signoffs: [], rest: {} };
  const records = new Map(known.records);
  records.set(key, { ...record, matched: { source: after, at } });
  return { ...known, records };
}

function keysOf(known: KnownState): string {
  return matchState(known, 1)
    .units.map(({ key }) => key)
    .join('\n');
}

/** A crash came after the article was written, or somebody made the same correction. */
function alreadyThere(known: KnownState, asked: Asked): PlannedCorrection | null {
  const { units } = matchState(remembering(known, asked), 1);
  const unit = units.find(({ key }) => key === asked.key);
  if (unit === undefined || !sameText(unit.segment.text, asked.after)) return null;
  return { article: known.article, segment: unit.segment };
}

/** In another order the tags would be numbered anew, and those of the target mean other ones. */
function tagsOf(text: string): string {
  return (text.match(/<\/?\d{1,4}\/?>/g) ?? []).join('');
}

function textProblem({ before, after }: Asked): CorrectionProblem | null {
  if (after.trim() === '') return 'empty';
  if (sameText(before, after)) return 'same';
  const isTagged = tagsOf(before) === tagsOf(after) && compareTags(before, after) === null;
  return isTagged ? null : 'tags';
}

function correct(known: KnownState, unit: Unit, asked: Asked): PlannedCorrection {
  const wanted = canonicalSpacing(asked.after);
  const article = rewrite(known, unit.index, wanted);
  if (typeof article === 'string') return { problem: article };
  const segment = article.segments[unit.index];
  const keep = keysOf(known) === keysOf(remembering({ ...known, article }, asked));
  if (segment === undefined || !keep) return { problem: 'keys' };
  return { article, segment };
}

function canonicalSpacing(text: string): string {
  return text.normalize('NFC').trim();
}

/** What becomes of the article; with the new text there already, the article as it is. */
export function planCorrection(known: KnownState, asked: Asked): PlannedCorrection {
  const problem = textProblem(asked);
  if (problem !== null) return { problem };
  const unit = matchState(known, 1).units.find(({ key }) => key === asked.key);
  if (unit !== undefined && unit.segment.text === asked.before) return correct(known, unit, asked);
  const there = alreadyThere(known, asked);
  return there ?? { problem: unit === undefined ? 'gone' : 'changed' };
}

/** Why an article does not take a correction, or null. */
export function refusalIn(
  state: ArticleState,
  operation: CorrectSourceOperation,
): CorrectionProblem | null {
  const planned = planCorrection(state, operation);
  return 'problem' in planned ? planned.problem : null;
}

export interface CorrectionRequest {
  readonly unit: Unit;
  /** The new source, tagged. */
  readonly after: string;
  /** Signs the new pair with this target; null leaves the segment stale. */
  readonly target: string | null;
  readonly at: string;
  readonly by: string;
  /** `at` of the newest sign-off that the person has seen. */
  readonly seen?: string | null;
}

/** The operation that corrects a unit's source, or why it cannot be done. */
export function correctionOperation(
  state: ArticleState,
  { unit, after, target, at, by, seen }: CorrectionRequest,
): { readonly operation: Operation } | { readonly problem: CorrectionProblem } {
  const operation: CorrectSourceOperation = {
    type: 'correct-source',
    key: unit.key,
    at,
    by,
    before: unit.segment.text,
    after: canonicalSpacing(after),
    ...(target === null ? {} : { sign: { target, ...(seen === undefined ? {} : { seen }) } }),
  };
  const problem = refusalIn(state, operation);
  return problem === null ? { operation } : { problem };
}

const SENTENCES: Readonly<Record<CorrectionProblem, string>> = {
  gone: 'the article has no such segment any more; look at it again',
  changed: 'the article holds another text by now; look at it again',
  empty: 'there would be no text left; leave the segment out instead',
  same: 'the text is the same',
  tags: 'the tags of the text have to stay as they are',
  splits: 'the sentence would become two; write it as one',
  joins: 'the sentence would become one with its neighbour, or none; keep the mark at its end',
  language: 'the text would count as one of another language, or as none',
  markup: 'Markdown would read the text as something else; correct it in the article itself',
  'front-matter': 'the front matter could not be read any more; correct it in the article itself',
  keys: 'the segments could not be told apart any more; correct it in the article itself',
};

/** The refusal as a sentence. */
export function sayCorrectionProblem(slug: string, problem: CorrectionProblem): string {
  return `The source of "${slug}" is not corrected: ${SENTENCES[problem]}.`;
}

/** The refusal in the interface's language. */
export function correctionMessage(problem: CorrectionProblem): MessageKey {
  return `correction.problem.${problem}`;
}
