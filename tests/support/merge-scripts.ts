/**
 * Translators who work on branches of one article, and the truth of what their branches say about each
 * segment: what merging is measured against. The same seed gives the same branches and merges.
 */
import { applyOperations } from '../../src/core/apply.ts';
import { buildState, type ArticleFiles } from '../../src/core/load.ts';
import { serializeLocale } from '../../src/core/locale-file.ts';
import { mergeFiles } from '../../src/core/merge/merge-files.ts';
import type { Pair, Unit } from '../../src/core/model.ts';
import type { Operation } from '../../src/core/operations.ts';
import { serializeReview } from '../../src/core/review-file.ts';
import type { ArticleState } from '../../src/core/state.ts';
import { seeded, type Random } from './edit-scripts.ts';

export interface MergeScript {
  readonly seed: number;
  readonly translators: number;
  /** Random edits on each branch. */
  readonly edits: number;
  readonly segments: number;
  /** Each translator has segments of their own, between those of the others. */
  readonly apart?: boolean;
}

export interface MergeScore {
  readonly merges: number;
  /** Segments that clashed, counted at each merge. */
  readonly clashes: number;
  /** Clashes that a file reported, or a segment in conflict, where at most one side had changed it. */
  readonly falseClashes: readonly string[];
  /** Clashing segments of which not every text stands among the candidates. */
  readonly unsurfaced: readonly string[];
  readonly signed: number;
  /** Signed texts that stand in no file after the last merge. */
  readonly lost: readonly string[];
  /** Merges after which the two locale files had different keys, or a file could not be read. */
  readonly broken: readonly string[];
}

/** What a branch last said of a segment: its approved texts, none where it took them back. */
interface Word {
  readonly texts: ReadonlySet<string>;
  /** Branches said different things, and nobody has settled it. */
  readonly inDoubt: boolean;
}

/** A branch: its files, and what it has changed since the branches parted. */
interface Branch {
  readonly files: ArticleFiles;
  readonly words: ReadonlyMap<string, Word>;
}

const SLUG = 'harbour';

/** An article of short, different sentences, a few to a paragraph. */
export function harbourArticle(segments: number): string {
  const sentences = Array.from(
    { length: segments - 1 },
    (_, at) => `Boat ${at + 1} left pier ${(at * 7) % segments} before dawn.`,
  );
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 4) }, (_, at) =>
    sentences.slice(at * 4, at * 4 + 4).join(' '),
  );
  return `---\ntitle: 港口的早晨\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** An article without pairs, as files. */
export function filesOf(article: string): ArticleFiles {
  return { slug: SLUG, article, zh: null, en: null, review: null };
}

/** The files after some operations. */
export function written(state: ArticleState, files: ArticleFiles): ArticleFiles {
  return {
    ...files,
    zh: serializeLocale(state.locales.zh),
    en: serializeLocale(state.locales.en),
    review: serializeReview(state.records.values(), state.brokenLines),
  };
}

function wordOf({ zh, en }: Pair): string {
  return JSON.stringify([zh, en]);
}

/** A clock that is never in two places at once, and the people's texts, each of its own. */
class Newsroom {
  readonly random: Random;
  readonly signed = new Set<string>();
  private count = 0;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  time(second: number): string {
    this.count += 1;
    return new Date(Date.UTC(2026, 0, 1, 0, 0, second, this.count % 1000)).toISOString();
  }

  /** Signs a segment off with a text of this person's own, or now and then with one that is common. */
  signOff(unit: Unit, by: string, second: number): Operation & { type: 'sign-off' } {
    const { text, lang } = unit.segment;
    const target = this.random(6) === 0 ? `常 ${text}` : `${by} ${(this.count += 1)} ${text}`;
    const pair = lang === 'zh' ? { zh: text, en: target } : { zh: target, en: text };
    this.signed.add(wordOf(pair));
    const seen = unit.record?.signoffs.at(-1)?.at ?? null;
    return {
      type: 'sign-off',
      key: unit.key,
      at: this.time(second),
      by,
      source: lang,
      ...pair,
      seen,
    };
  }

  /** One thing that a translator does to one segment. */
  act(unit: Unit, by: string, second: number): Operation {
    const { key, segment } = unit;
    const kind = this.random(10);
    if (kind < 6 || unit.status === 'conflict') return this.signOff(unit, by, second);
    const at = this.time(second);
    if (kind < 8 && unit.pair !== undefined) return { type: 'revoke', key, at, by };
    const draft = { origin: 'person', source: segment.text, text: `草 ${at}`, at, by } as const;
    return { type: 'draft', key, at, by, draft };
  }
}

/** What an operation on a branch says of its segment. */
function heard(words: Map<string, Word>, op: Operation): void {
  if (op.type !== 'sign-off' && op.type !== 'revoke') return;
  const texts = new Set(op.type === 'revoke' ? [] : [wordOf(op)]);
  words.set(op.key, { texts, inDoubt: false });
}

/** Both say the same, and neither is in doubt about it. */
function isSettled(a: Word, b: Word): boolean {
  const isSame = a.texts.size === b.texts.size && [...a.texts].every((text) => b.texts.has(text));
  return isSame && !a.inDoubt && !b.inDoubt;
}

interface Task {
  readonly by: string;
  readonly edits: number;
  /** Second of the first edit. */
  readonly from: number;
  /** The person's own segments. */
  readonly isOwn: (unit: Unit) => boolean;
}

/** Some edits by one person on a branch. */
function worked(room: Newsroom, branch: Branch, { by, edits, from, isOwn }: Task): Branch {
  let state = buildState(branch.files);
  const words = new Map(branch.words);
  for (let at = 0; at < edits; at++) {
    const own = state.units.filter(isOwn);
    const unit = own[room.random(own.length)];
    if (unit === undefined) break;
    const operation = room.act(unit, by, from + at);
    state = applyOperations(state, [operation], 1);
    heard(words, operation);
  }
  return { files: written(state, branch.files), words };
}

/** What the merged branch has to say of each segment, and on which ones the sides clash. */
function expectedWords(ours: Branch, theirs: Branch) {
  const words = new Map(ours.words);
  const clashing = new Set<string>();
  for (const [key, theirWord] of theirs.words) {
    const ourWord = ours.words.get(key);
    if (ourWord === undefined || isSettled(ourWord, theirWord)) {
      words.set(key, theirWord);
      continue;
    }
    clashing.add(key);
    const texts = new Set([...ourWord.texts, ...theirWord.texts]);
    words.set(key, { texts, inDoubt: true });
  }
  return { words, clashing };
}

type MutableScore = {
  -readonly [Name in keyof MergeScore]: MergeScore[Name] extends readonly string[]
    ? string[]
    : number;
};

const PATHS = {
  zh: `locales/zh/${SLUG}.json`,
  en: `locales/en/${SLUG}.json`,
  review: `articles/${SLUG}.review.jsonl`,
} as const;

/** Merges two branches as git would: file by file, with the driver. */
function merged(root: ArticleFiles, ours: Branch, theirs: Branch, score: MutableScore): Branch {
  const { words, clashing } = expectedWords(ours, theirs);
  const files = { ...ours.files };
  for (const name of ['zh', 'en', 'review'] as const) {
    const textOf = (side: ArticleFiles): string => side[name] ?? '';
    const versions = { base: textOf(root), ours: textOf(ours.files), theirs: textOf(theirs.files) };
    const result = mergeFiles(PATHS[name], versions);
    if (result === null) throw new Error(`${PATHS[name]} was not merged`);
    files[name] = result.text;
    const untrue = result.clashes.filter(({ key }) => !clashing.has(key));
    score.falseClashes.push(...untrue.map(({ key }) => `${PATHS[name]} ${key}`));
  }
  score.merges += 1;
  score.clashes += clashing.size;
  const branch = { files, words };
  judge(branch, score);
  return branch;
}

function hasSameKeys({ locales }: ArticleState): boolean {
  const [zh, en] = [locales.zh, locales.en].map((texts) => [...texts.keys()].sort().join());
  return zh === en;
}

const NOTHING: Word = { texts: new Set(), inDoubt: false };

/** Whether a segment in doubt shows all its texts, and whether one shows a doubt that there is not. */
function judgeUnit({ status, record }: Unit, { texts, inDoubt }: Word): 'hidden' | 'false' | null {
  if (!inDoubt) return status === 'conflict' ? 'false' : null;
  const shown = new Set((record?.candidates ?? []).map(wordOf));
  const isShown = status === 'conflict' && [...texts].every((text) => shown.has(text));
  return isShown ? null : 'hidden';
}

/** Compares a merged branch with the truth. */
function judge({ files, words }: Branch, score: MutableScore): void {
  const state = buildState(files);
  const name = `merge ${score.merges}`;
  if (!hasSameKeys(state) || state.problems.length > 0) score.broken.push(name);
  for (const unit of state.units) {
    const fault = judgeUnit(unit, words.get(unit.key) ?? NOTHING);
    if (fault === null) continue;
    (fault === 'hidden' ? score.unsurfaced : score.falseClashes).push(`${name} ${unit.key}`);
  }
}

/** Everything that the files of a branch have under a key that is a pair of texts. */
function keptWords({ files }: Branch): Set<string> {
  const { locales, records } = buildState(files);
  const pairs = [...locales.zh].map(([key, zh]) => ({ zh, en: locales.en.get(key) ?? '' }));
  const known = [...records.values()].flatMap(({ signoffs, candidates = [] }) => [
    ...signoffs,
    ...candidates,
  ]);
  return new Set([...pairs, ...known].map(wordOf));
}

/** The state where the branches part: an editor has signed a third of the article. */
function startingPoint(room: Newsroom, segments: number): Branch {
  const files = filesOf(harbourArticle(segments));
  let state = buildState(files);
  for (const unit of state.units.filter(({ index }) => index % 3 === 0)) {
    state = applyOperations(state, [room.signOff(unit, 'editor', 1)], 1);
  }
  return { files: written(state, files), words: new Map() };
}

function translatorsOf(room: Newsroom, root: Branch, script: MergeScript): Branch[] {
  const { translators, edits, apart = false } = script;
  return Array.from({ length: translators }, (_, at) => {
    const isOwn = ({ index }: Unit): boolean => !apart || index % translators === at;
    return worked(room, root, { by: `translator ${at + 1}`, edits, from: 60, isOwn });
  });
}

function takeOne(room: Newsroom, branches: Branch[]): Branch {
  const [branch] = branches.splice(room.random(branches.length), 1);
  if (branch === undefined) throw new Error('no branch is left');
  return branch;
}

/** Runs a script: branches, edits, and merges of any two branches until one is left. */
export function runMerges(script: MergeScript): MergeScore {
  const room = new Newsroom(script.seed);
  const root = startingPoint(room, script.segments);
  const score: MutableScore = {
    merges: 0,
    clashes: 0,
    falseClashes: [],
    unsurfaced: [],
    signed: 0,
    lost: [],
    broken: [],
  };
  const branches = translatorsOf(room, root, script);
  while (branches.length > 1) {
    const next = merged(root.files, takeOne(room, branches), takeOne(room, branches), score);
    // Now and then somebody works on before the next merge, and settles what was in conflict there.
    const goesOn = script.apart !== true && room.random(3) === 0;
    const from = 3600 * score.merges;
    const task: Task = { by: `editor ${score.merges}`, edits: 5, from, isOwn: () => true };
    branches.push(goesOn ? worked(room, next, task) : next);
  }
  const kept = keptWords(takeOne(room, branches));
  score.signed = room.signed.size;
  score.lost.push(...[...room.signed].filter((word) => !kept.has(word)));
  return score;
}
