/** Cuts the segments to send into requests that the engine will take. */
import type { Article, Block, Lang } from '../model.ts';
import { otherLang } from '../model.ts';
import type { Engine, EngineRequest, TermHint } from '../ports.ts';
import { contextFor } from './context.ts';
import type { Job } from './plan.ts';

/** What has to be known of an engine to plan for it. */
export type EngineShape = Pick<Engine, 'limits' | 'size'>;

/** One request to be: segments of one paragraph, one direction, one tag setting. */
export interface Batch {
  readonly slug: string;
  readonly from: Lang;
  readonly tagged: boolean;
  readonly jobs: readonly Job[];
  readonly context: string;
  /** Set when this is the second try after a bad answer. */
  readonly again: boolean;
}

export interface Batches {
  readonly batches: readonly Batch[];
  /** Segments that no request can hold. */
  readonly tooLong: readonly Job[];
}

/** A segment's text as a request of this kind holds it. */
export function sentText({ form }: Job, tagged: boolean): string {
  return tagged ? (form.xml ?? form.plain) : form.plain;
}

function termsOf(jobs: readonly Job[]): TermHint[] {
  const bySource = new Map<string, TermHint>();
  for (const hint of jobs.flatMap(({ terms }) => terms)) bySource.set(hint.source, hint);
  return [...bySource.values()];
}

/** The request as the engine gets it. Texts are told apart by key: a batch never crosses articles. */
export function requestOf(batch: Batch): EngineRequest {
  return {
    texts: batch.jobs.map((job) => ({
      id: job.unit.key,
      text: sentText(job, batch.tagged),
    })),
    from: batch.from,
    to: otherLang(batch.from),
    tagged: batch.tagged,
    context: batch.context,
    terms: termsOf(batch.jobs),
  };
}

function fits(batch: Batch, shape: EngineShape): boolean {
  const { texts, bytes } = shape.limits;
  return batch.jobs.length <= texts && shape.size(requestOf(batch)) <= bytes;
}

/** Blocks that go together, by index: a paragraph alone; fields, or a heading with its list or table. */
function groupsOf(blocks: readonly Block[]): number[] {
  let group = 0;
  return blocks.map((block, index) => {
    const before = blocks[index - 1];
    const isStart =
      block.kind === 'paragraph' || before?.kind === 'paragraph' || block.kind === 'heading';
    if (index > 0 && (isStart || (block.kind === 'field') !== (before?.kind === 'field')))
      group = index;
    return group;
  });
}

type Make = (jobs: readonly Job[]) => Batch;

/** A request for one job: with its context, without it where both do not fit; null when neither does. */
function alone(job: Job, make: Make, shape: EngineShape): Batch | null {
  const whole = make([job]);
  if (fits(whole, shape)) return whole;
  const bare = { ...whole, context: '' };
  return fits(bare, shape) ? bare : null;
}

/** Makes batches of jobs of one group, tag setting and direction. */
function cutGroup(jobs: readonly Job[], make: Make, shape: EngineShape): Batches {
  const batches: Batch[] = [];
  const tooLong: Job[] = [];
  for (const job of jobs) {
    const current = batches.at(-1);
    const joined = current === undefined ? null : make([...current.jobs, job]);
    if (joined !== null && current?.context === joined.context && fits(joined, shape)) {
      batches[batches.length - 1] = joined;
      continue;
    }
    const single = alone(job, make, shape);
    if (single === null) tooLong.push(job);
    else batches.push(single);
  }
  return { batches, tooLong };
}

interface Run {
  readonly jobs: Job[];
  /** The blocks that it is about, inclusive. */
  readonly first: number;
  readonly last: number;
}

/** Jobs of one article, in runs that may share a request. */
function groupJobs(jobs: readonly Job[], article: Article): Run[] {
  const groups = groupsOf(article.blocks);
  const runs = new Map<string, Run>();
  for (const job of jobs) {
    const { lang, block } = job.unit.segment;
    const first = groups[block] ?? 0;
    const name = `${first} ${lang} ${job.form.xml !== null}`;
    const run = runs.get(name);
    if (run === undefined) runs.set(name, { jobs: [job], first, last: groups.lastIndexOf(first) });
    else run.jobs.push(job);
  }
  return [...runs.values()];
}

function makerFor(job: Job, { first, last }: Run, article: Article): Make {
  const { slug, unit, form } = job;
  const from = unit.segment.lang;
  const tagged = form.xml !== null;
  const context = contextFor(article, from, first, last);
  return (jobs) => ({ slug, from, tagged, jobs, context, again: false });
}

function batchesOf(jobs: readonly Job[], article: Article, shape: EngineShape): Batches {
  const parts = groupJobs(jobs, article).flatMap((run) => {
    const [job] = run.jobs;
    return job === undefined ? [] : [cutGroup(run.jobs, makerFor(job, run, article), shape)];
  });
  const position = (batch: Batch) => batch.jobs[0]?.unit.index ?? 0;
  return {
    batches: parts.flatMap(({ batches }) => batches).sort((a, b) => position(a) - position(b)),
    tooLong: parts.flatMap(({ tooLong }) => tooLong),
  };
}

/**
 * Cuts jobs into requests: apart by article, direction and tag setting, one paragraph (or heading with
 * its list, or table) each, never more than `limits.texts` texts or `limits.bytes` bytes, in reading
 * order. The context is that of the paragraph, whichever of its segments are sent.
 * @param articles by slug
 */
export function makeBatches(
  jobs: readonly Job[],
  articles: ReadonlyMap<string, Article>,
  shape: EngineShape,
): Batches {
  const batches: Batch[] = [];
  const tooLong: Job[] = [];
  for (const [slug, ofArticle] of Map.groupBy(jobs, (job) => job.slug)) {
    const article = articles.get(slug);
    if (article === undefined) continue;
    const part = batchesOf(ofArticle, article, shape);
    batches.push(...part.batches);
    tooLong.push(...part.tooLong);
  }
  return { batches, tooLong };
}

/** Characters of form-encoded text stand for as many bytes. */
function formSize(request: EngineRequest): number {
  const form = new URLSearchParams({ context: request.context });
  for (const { text } of request.texts) form.append('text', text);
  return form.toString().length;
}

/** What is assumed for an estimate when no engine can be opened: 50 texts and 120 KiB a request. */
export const USUAL_SHAPE: EngineShape = {
  limits: { texts: 50, bytes: 120 * 1024 },
  size: formSize,
};
