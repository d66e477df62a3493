/** Answers that were paid for before are taken instead of asking again. */
import type { AnswerStore, Engine, KeptAnswer } from '../ports.ts';
import type { AnswerName } from './answer-name.ts';
import { answerName } from './answer-name.ts';
import type { Batch } from './batches.ts';
import { sentText } from './batches.ts';
import type { Job } from './plan.ts';
import type { Answer, Drafted, Failed, Finish } from './settle.ts';
import { settleAnswer } from './settle.ts';
import { isShort } from './short.ts';

/** The name of a job's answer when it is asked for in this batch. */
export function nameOfAnswer(
  engine: Pick<Engine, 'id' | 'settings'>,
  batch: Batch,
  job: Job,
): AnswerName {
  const { from, tagged, context } = batch;
  const text = sentText(job, tagged);
  const settings = engine.settings(from);
  return answerName({ engine: engine.id, settings, from, tagged, text, terms: job.terms, context });
}

export interface Reused {
  readonly drafted: readonly Drafted[];
  /** Kept answers that cannot be used, the second one too. */
  readonly failed: readonly Failed[];
  /** What has to be asked for. */
  readonly batches: readonly Batch[];
}

interface Sources {
  readonly engine: Pick<Engine, 'id' | 'settings'>;
  readonly find: AnswerStore['find'];
  readonly finish: Finish;
}

type Index = ReadonlyMap<string, KeptAnswer>;

async function indexOf(batches: readonly Batch[], { engine, find }: Sources): Promise<Index> {
  const names = new Set<string>();
  for (const batch of batches) {
    for (const job of batch.jobs) {
      const { name, bare } = nameOfAnswer(engine, batch, job);
      names.add(name).add(bare);
    }
  }
  const kept = names.size === 0 ? [] : await find(names);
  return new Map(
    kept.flatMap((answer) => [
      [answer.bare, answer],
      [answer.name, answer],
    ]),
  );
}

/** The answer with this context; with another one where the text stands on its own feet. */
function keptFor(batch: Batch, job: Job, index: Index, engine: Sources['engine']): Answer | null {
  const { name, bare } = nameOfAnswer(engine, batch, job);
  const { text, lang } = job.unit.segment;
  const same = index.get(name);
  // A second try asks because the answer of the first, which has the same bare name, was no good.
  const isBound = batch.again || isShort(text, lang);
  const kept = same ?? (isBound ? undefined : index.get(bare));
  if (kept === undefined) return null;
  return {
    id: job.unit.key,
    text: kept.text,
    billed: 0,
    ...(kept.model === undefined ? {} : { model: kept.model }),
    otherContext: same === undefined,
  };
}

/** Takes what is kept out of a batch. */
function split(batch: Batch, index: Index, { engine, finish }: Sources) {
  const known: Job[] = [];
  const unknown: Job[] = [];
  const answers: Answer[] = [];
  for (const job of batch.jobs) {
    const answer = keptFor(batch, job, index, engine);
    (answer === null ? unknown : known).push(job);
    if (answer !== null) answers.push(answer);
  }
  const rest = unknown.length === 0 ? [] : [{ ...batch, jobs: unknown }];
  return { rest, ...settleAnswer({ ...batch, jobs: known }, answers, finish) };
}

/**
 * Takes kept answers for the batches' texts: with the same context first, then (marked) with another.
 * A kept answer that is no good leads to the second try, which may be kept too.
 */
export async function reuseKept(batches: readonly Batch[], sources: Sources): Promise<Reused> {
  const drafted: Drafted[] = [];
  const failed: Failed[] = [];
  const left: Batch[] = [];
  let open = batches;
  while (open.length > 0) {
    const index = await indexOf(open, sources);
    const parts = open.map((batch) => split(batch, index, sources));
    drafted.push(...parts.flatMap((part) => part.drafted));
    failed.push(...parts.flatMap((part) => part.failed));
    left.push(...parts.flatMap(({ rest }) => rest));
    open = parts.flatMap(({ again }) => again);
  }
  return { drafted, failed, batches: left };
}
