/** What is to become of each article, and what the records are to say of it. */
import type { Press, RecordLine } from '../core/press.ts';
import { withHistory } from '../editions/card.ts';
import type { WithdrawnArticle } from '../editions/edition.ts';
import { openOutgoing, type Judgement, type JudgeSetting } from './publish-judge.ts';
import type { GoingArticle } from './publish-job.ts';
import {
  checkCorrection,
  hasNews,
  openRecord,
  publication,
  recordLine,
  withdrawal,
  withEvent,
  type KnownRecord,
  type Occasion,
} from './publish-record.ts';

export type Fate = 'going' | 'refused' | 'held' | 'withdrawn';

export interface Plan {
  /** Of the articles that are asked for, in the order of their slugs. */
  readonly fates: ReadonlyMap<string, Fate>;
  readonly going: ReadonlyMap<string, GoingArticle>;
  /** Of all articles: withdrawn in this run or before. */
  readonly withdrawn: readonly WithdrawnArticle[];
  /** Articles whose pages stay as they are, where they have any. */
  readonly kept: readonly string[];
  /** A line for the record, by slug. */
  readonly lines: ReadonlyMap<string, RecordLine>;
}

/** Errors are never let out, and neither are segments of which nobody knows which of two texts holds. */
export function reasonsAgainst({ open, findings }: Judgement, drafts: boolean) {
  return { segments: drafts ? open.filter(({ status }) => status === 'conflict') : open, findings };
}

function fateOf(judgement: Judgement, drafts: boolean): Fate {
  const { publication: status } = judgement;
  if (status === 'draft' || status === 'held') return 'held';
  if (status === 'withdrawn') return 'withdrawn';
  const { segments, findings } = reasonsAgainst(judgement, drafts);
  return segments.length > 0 || findings.length > 0 ? 'refused' : 'going';
}

export interface PlanRequest {
  readonly press: Press;
  readonly judging: JudgeSetting;
  readonly occasion: Occasion;
  /** Slugs of the workspace. */
  readonly all: readonly string[];
}

class Planner {
  private readonly request: PlanRequest;
  private readonly lines = new Map<string, RecordLine>();

  constructor(request: PlanRequest) {
    this.request = request;
  }

  async plan(judgements: ReadonlyMap<string, Judgement>): Promise<Plan> {
    const { all, occasion } = this.request;
    const fates = new Map(
      [...judgements].map(([slug, judgement]) => [slug, fateOf(judgement, occasion.drafts)]),
    );
    const going = new Map<string, GoingArticle>();
    for (const [slug, judgement] of judgements) {
      if (fates.get(slug) === 'going') going.set(slug, await this.goingArticle(slug, judgement));
    }
    const withdrawn = all
      .filter((slug) => !going.has(slug))
      .flatMap((slug) => this.withdrawnArticle(slug, fates.get(slug)) ?? []);
    const kept = all.filter((slug) => !going.has(slug) && fates.get(slug) !== 'withdrawn');
    return { fates, going, withdrawn, kept, lines: this.lines };
  }

  private async goingArticle(slug: string, judgement: Judgement): Promise<GoingArticle> {
    const { press, occasion, judging } = this.request;
    let record = openRecord(press, slug);
    if (Object.keys(occasion.correction).length > 0) {
      checkCorrection(slug, record, judgement, occasion);
    }
    if (hasNews(record, judgement, occasion)) {
      const { state } = await openOutgoing(slug, judging);
      record = this.note(slug, record, publication(record, judgement, state, occasion));
    }
    const { card, print } = judgement;
    return { print, card: withHistory(card, record.history) };
  }

  /** What was never out leaves no trace. */
  private withdrawnArticle(slug: string, fate: Fate | undefined): WithdrawnArticle | null {
    const { press, occasion } = this.request;
    let record = openRecord(press, slug);
    const event = fate === 'withdrawn' ? withdrawal(slug, record, occasion) : null;
    if (event !== null) record = this.note(slug, record, event);
    const { withdrawn } = record.history;
    if (withdrawn === null) return null;
    const { day, note } = withdrawn;
    return { slug, day, ...(note === undefined ? {} : { note }) };
  }

  private note(
    slug: string,
    record: KnownRecord,
    event: KnownRecord['events'][number],
  ): KnownRecord {
    this.lines.set(slug, recordLine(slug, event));
    return withEvent(record, event);
  }
}

/** Decides on every article that was judged. */
export function planArticles(
  judgements: ReadonlyMap<string, Judgement>,
  request: PlanRequest,
): Promise<Plan> {
  return new Planner(request).plan(judgements);
}
