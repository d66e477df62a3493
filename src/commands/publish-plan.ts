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
  told,
  withdrawal,
  withEvent,
  type KnownHistories,
  type KnownHistory,
  type KnownRecord,
  type Occasion,
  type ToldHistory,
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
  /** As they will be with these lines. */
  readonly histories: KnownHistories;
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
  /** What the records said when they were read last. */
  readonly histories: KnownHistories;
}

export interface Decision {
  readonly fate: Fate;
  /** Set for an article that is going. */
  readonly going: GoingArticle | null;
}

/** Decides on articles as they are judged. */
export class Planner {
  private readonly request: PlanRequest;
  private readonly fates = new Map<string, Fate>();
  private readonly going = new Map<string, GoingArticle>();
  private readonly lines = new Map<string, RecordLine>();
  private readonly histories = new Map<string, KnownHistory>();

  constructor(request: PlanRequest) {
    this.request = request;
  }

  async decide(slug: string, judgement: Judgement): Promise<Decision> {
    const fate = fateOf(judgement, this.request.occasion.drafts);
    this.fates.set(slug, fate);
    if (fate !== 'going') return { fate, going: null };
    const going = await this.goingArticle(slug, judgement);
    this.going.set(slug, going);
    return { fate, going };
  }

  /** Call it when every article that is asked for has been decided on. */
  finish(): Plan {
    const { fates, going, lines, histories } = this;
    const { all } = this.request;
    const withdrawn = all
      .filter((slug) => !going.has(slug))
      .flatMap((slug) => this.withdrawnArticle(slug, fates.get(slug)) ?? []);
    const kept = all.filter((slug) => !going.has(slug) && fates.get(slug) !== 'withdrawn');
    return { fates, going, withdrawn, kept, lines, histories };
  }

  private async goingArticle(slug: string, judgement: Judgement): Promise<GoingArticle> {
    const { occasion, judging } = this.request;
    const { history } = this.historyOf(slug);
    if (Object.keys(occasion.correction).length > 0) {
      checkCorrection(slug, history, judgement, occasion);
    }
    const { card, print } = judgement;
    if (!hasNews(history, judgement, occasion)) {
      return { print, card: withHistory(card, history) };
    }
    const { state } = await openOutgoing(slug, judging);
    const record = openRecord(this.request.press, slug);
    const noted = this.note(slug, record, publication(record, judgement, state, occasion));
    return { print, card: withHistory(card, noted) };
  }

  /** What was never out leaves no trace. */
  private withdrawnArticle(slug: string, fate: Fate | undefined): WithdrawnArticle | null {
    const { press, occasion } = this.request;
    let { history } = this.historyOf(slug);
    const event = fate === 'withdrawn' ? withdrawal(slug, history, occasion) : null;
    if (event !== null) history = this.note(slug, openRecord(press, slug), event);
    const { withdrawn } = history;
    if (withdrawn === null) return null;
    const { day, note } = withdrawn;
    return { slug, day, ...(note === undefined ? {} : { note }) };
  }

  /** What the record says, read when it is another than it was. */
  private historyOf(slug: string): KnownHistory {
    const { press, histories } = this.request;
    const mark = press.mark(slug);
    const known = histories.get(slug);
    const now =
      known !== undefined && known.mark === mark
        ? known
        : { mark, history: told(openRecord(press, slug).history) };
    this.histories.set(slug, now);
    return now;
  }

  private note(
    slug: string,
    record: KnownRecord,
    event: KnownRecord['events'][number],
  ): ToldHistory {
    this.lines.set(slug, recordLine(slug, event));
    const history = told(withEvent(record, event).history);
    // Its mark is known when the line has been written.
    this.histories.set(slug, { mark: null, history });
    return history;
  }
}
