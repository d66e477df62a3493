/** What is to become of each article, and what the records are to say of it. */
import type { Press, RecordLine } from '../core/press.ts';
import type { PublishedEvent } from '../core/published/event.ts';
import { withHistory } from '../editions/card.ts';
import type { WithdrawnArticle } from '../editions/edition.ts';
import { openOutgoing, type Judgement, type JudgeSetting } from './publish-judge.ts';
import type { GoingArticle } from './publish-job.ts';
import {
  checkCorrection,
  hasNews,
  openRecord,
  readHistory,
  publication,
  recordLine,
  told,
  withdrawal,
  withEvent,
  type KnownHistories,
  type KnownHistory,
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

/** A history with one more event; its mark is known when the line has been written. */
function noteIn(record: KnownRecord, event: PublishedEvent): KnownHistory {
  return { mark: null, history: told(withEvent(record, event).history), problems: [] };
}

/** What was decided on an article. Plain data. */
export interface Decision {
  readonly fate: Fate;
  /** Set for an article that is going. */
  readonly going: GoingArticle | null;
  /** What its record is to say. */
  readonly line: RecordLine | null;
  /** Set where the record was looked at. */
  readonly history: KnownHistory | null;
}

/** Decides on articles one by one, and then on all of them. */
export class Planner {
  private readonly request: PlanRequest;
  private readonly decisions = new Map<string, Decision>();
  private readonly lines = new Map<string, RecordLine>();
  private readonly histories = new Map<string, KnownHistory>();

  constructor(request: PlanRequest) {
    this.request = request;
  }

  /** Decides on an article as it was judged. Nothing is noted before `take`. */
  async decide(slug: string, judgement: Judgement): Promise<Decision> {
    const fate = fateOf(judgement, this.request.occasion.drafts);
    if (fate !== 'going') return { fate, going: null, line: null, history: null };
    const history = this.historyOf(slug);
    if (history.problems.length > 0) return { fate: 'refused', going: null, line: null, history };
    return { fate, ...(await this.goingArticle(slug, judgement, history)) };
  }

  /** Notes a decision, whoever made it. */
  take(slug: string, decision: Decision): void {
    this.decisions.set(slug, decision);
    if (decision.line !== null) this.lines.set(slug, decision.line);
    if (decision.history !== null) this.histories.set(slug, decision.history);
  }

  /** Call it when every article that is asked for has been decided on. */
  finish(): Plan {
    const { lines, histories } = this;
    const { all } = this.request;
    const decided = [...this.decisions].sort(([a], [b]) => (a < b ? -1 : 1));
    const fates = new Map(decided.map(([slug, { fate }]) => [slug, fate]));
    const going = new Map(
      decided.flatMap(([slug, own]) => (own.going === null ? [] : [[slug, own.going] as const])),
    );
    const withdrawn = all
      .filter((slug) => !going.has(slug))
      .flatMap((slug) => this.withdrawnArticle(slug, fates.get(slug)) ?? []);
    const kept = all.filter((slug) => !going.has(slug) && fates.get(slug) !== 'withdrawn');
    return { fates, going, withdrawn, kept, lines, histories };
  }

  private async goingArticle(
    slug: string,
    judgement: Judgement,
    known: KnownHistory,
  ): Promise<Omit<Decision, 'fate'>> {
    const { occasion, judging, press } = this.request;
    const { history } = known;
    if (Object.keys(occasion.correction).length > 0) {
      checkCorrection(slug, history, judgement, occasion);
    }
    const { card, print, hash } = judgement;
    if (!hasNews(history, judgement, occasion)) {
      return {
        going: { print, hash, card: withHistory(card, history) },
        line: null,
        history: known,
      };
    }
    const { state } = await openOutgoing(slug, judging);
    const record = openRecord(press, slug);
    const event = publication(record, judgement, state, occasion);
    const noted = noteIn(record, event);
    const going = { print, hash, card: withHistory(card, noted.history) };
    return { going, line: recordLine(slug, event), history: noted };
  }

  /** What was never out leaves no trace. */
  private withdrawnArticle(slug: string, fate: Fate | undefined): WithdrawnArticle | null {
    const { press, occasion } = this.request;
    let known = this.historyOf(slug);
    const event = fate === 'withdrawn' ? withdrawal(slug, known.history, occasion) : null;
    if (event !== null) {
      known = noteIn(openRecord(press, slug), event);
      this.lines.set(slug, recordLine(slug, event));
    }
    this.histories.set(slug, known);
    const { withdrawn } = known.history;
    if (withdrawn === null) return null;
    const { day, note } = withdrawn;
    return { slug, day, ...(note === undefined ? {} : { note }) };
  }

  /** What the record says, read when it is another than it was. */
  private historyOf(slug: string): KnownHistory {
    const { press, histories } = this.request;
    const mark = press.mark(slug);
    const known = histories.get(slug);
    if (known !== undefined && known.mark === mark) return known;
    return readHistory(press, slug);
  }
}
