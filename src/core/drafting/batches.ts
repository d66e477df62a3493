/** Cuts the segments to send into requests that the engine will take. */
import type { Article, Lang } from '../model.ts';
import { otherLang } from '../model.ts';
import type { Engine, EngineRequest } from '../ports.ts';
import { contextFor } from './context.ts';
import type { Job } from './plan.ts';
import { hasTags, protect } from './protect.ts';

/** What has to be known of an engine to plan for it. */
export type EngineShape = Pick<Engine, 'limits' | 'size'>;

/** One request to be: segments of one article, one direction, one tag setting. */
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

/** The request as the engine gets it. Texts are told apart by key: a batch never crosses articles. */
export function requestOf(batch: Batch): EngineRequest {
  return {
    texts: batch.jobs.map((job) => ({
      id: job.unit.key,
      text: protect(job.unit.segment.text, batch.tagged),
    })),
    from: batch.from,
    to: otherLang(batch.from),
    tagged: batch.tagged,
    context: batch.context,
  };
}

function fits(batch: Batch, shape: EngineShape): boolean {
  const { texts, bytes } = shape.limits;
  return batch.jobs.length <= texts && shape.size(requestOf(batch)) <= bytes;
}

/** Runs of jobs for which `name` says the same. */
function runs(jobs: readonly Job[], name: (job: Job) => string | number): Job[][] {
  const groups = new Map<string | number, Job[]>();
  for (const job of jobs) {
    const group = groups.get(name(job));
    if (group === undefined) groups.set(name(job), [job]);
    else group.push(job);
  }
  return [...groups.values()];
}

type Make = (jobs: readonly Job[]) => Batch;

function makerFor(article: Article, first: Job): Make {
  const { slug, unit } = first;
  const from = unit.segment.lang;
  const tagged = hasTags(unit.segment.text);
  return (jobs) => {
    const blocks = jobs.map((job) => job.unit.segment.block);
    const context = contextFor(article, from, blocks[0] ?? 0, blocks.at(-1) ?? 0);
    return { slug, from, tagged, jobs, context, again: false };
  };
}

/** A paragraph as one piece when a request can hold it, else its sentences one by one. */
function pieces(jobs: readonly Job[], make: Make, shape: EngineShape): Job[][] {
  return runs(jobs, (job) => job.unit.segment.block).flatMap((block) =>
    fits(make(block), shape) ? [block] : block.map((job) => [job]),
  );
}

function cut(jobs: readonly Job[], make: Make, shape: EngineShape): Batches {
  const batches: Batch[] = [];
  const tooLong: Job[] = [];
  let current: Job[] = [];
  const flush = () => {
    if (current.length > 0) batches.push(make(current));
    current = [];
  };
  for (const piece of pieces(jobs, make, shape)) {
    const alone = make(piece);
    const bare = { ...alone, context: '' };
    if (fits(make([...current, ...piece]), shape)) {
      current.push(...piece);
    } else if (fits(alone, shape)) {
      flush();
      current = [...piece];
    } else if (fits(bare, shape)) {
      flush();
      batches.push(bare);
    } else {
      tooLong.push(...piece);
    }
  }
  flush();
  return { batches, tooLong };
}

/**
 * Cuts jobs into requests: apart by article, direction and tag setting, never more than
 * `limits.texts` texts or `limits.bytes` bytes, paragraphs kept whole where they fit, in reading order.
 * @param articles by slug
 */
export function makeBatches(
  jobs: readonly Job[],
  articles: ReadonlyMap<string, Article>,
  shape: EngineShape,
): Batches {
  const batches: Batch[] = [];
  const tooLong: Job[] = [];
  for (const ofArticle of runs(jobs, (job) => job.slug)) {
    const mine: Batch[] = [];
    const kind = (job: Job) => `${job.unit.segment.lang} ${hasTags(job.unit.segment.text)}`;
    for (const alike of runs(ofArticle, kind)) {
      const [first] = alike;
      const article = articles.get(first?.slug ?? '');
      if (first === undefined || article === undefined) continue;
      const part = cut(alike, makerFor(article, first), shape);
      mine.push(...part.batches);
      tooLong.push(...part.tooLong);
    }
    const position = (batch: Batch) => batch.jobs[0]?.unit.index ?? 0;
    batches.push(...mine.toSorted((a, b) => position(a) - position(b)));
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
