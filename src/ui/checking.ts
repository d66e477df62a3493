/**
 * Checks articles while keys are pressed: a few milliseconds at a time, then keys and the painter have
 * their turn. Nothing waits for it, and so quitting does not either.
 */
import type { Effect } from '../review/effect.ts';
import {
  countFindings,
  findingsOfUnit,
  findingsOfWhole,
  type FindingCounts,
} from '../review/findings.ts';
import type { ArticleState } from '../core/state.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Finding } from '../core/model.ts';
import type { Send } from '../review/program.ts';

type CheckEffect = Extract<Effect, { readonly type: 'check' }>;
type CountEffect = Extract<Effect, { readonly type: 'count' }>;

export interface CheckingParts {
  /** Lets keys and the painter have their turn. */
  readonly breathe: () => Promise<void>;
  /** Milliseconds of a clock that only rises. */
  readonly now: () => number;
  readonly crash: (error: unknown) => void;
}

/** What a slice may take, milliseconds: a key that is pressed meanwhile waits so long at most. */
const SLICE_MS = 4;
/** Between two answers, milliseconds: each has the screen drawn anew. */
const ANSWER_MS = 150;
/** In a very long article each answer costs more, and comes less often. */
const SEGMENTS_A_MS = 100;
/** As many segments as a screen shows are answered at once. */
const FIRST_ANSWER = 50;

export class Checking {
  private readonly parts: CheckingParts;
  private latest = 0;
  /** The check of the open article that is under way. */
  private open: Promise<void> = Promise.resolve();
  private readonly counts: { readonly effect: CountEffect; readonly send: Send }[] = [];
  private isCounting = false;
  private isStopped = false;

  constructor(parts: CheckingParts) {
    this.parts = parts;
  }

  /** Checks the open article; an earlier order to do so is void. */
  check(effect: CheckEffect, send: Send): void {
    this.latest += 1;
    const mine = this.latest;
    const isOver = (): boolean => this.isStopped || mine !== this.latest;
    this.open = this.checkAll(effect, send, isOver).catch(this.parts.crash);
  }

  /** Counts an article's findings, when the open one has been checked. */
  count(effect: CountEffect, send: Send): void {
    const { slug } = effect.article.article;
    const older = this.counts.findIndex((each) => each.effect.article.article.slug === slug);
    if (older !== -1) this.counts.splice(older, 1);
    this.counts.push({ effect, send });
    if (!this.isCounting) this.countAll().catch(this.parts.crash);
  }

  stop(): void {
    this.isStopped = true;
    this.counts.length = 0;
  }

  private async checkAll(effect: CheckEffect, send: Send, isOver: () => boolean): Promise<void> {
    const { article, checks, order } = effect;
    const { now } = this.parts;
    const pause = Math.max(ANSWER_MS, article.units.length / SEGMENTS_A_MS);
    let told = now();
    let units = new Map<number, readonly Finding[]>();
    const answer = (whole: readonly Finding[] | null): void => {
      send({ type: 'checked', article, checks, units, whole });
      units = new Map();
      told = now();
    };
    let isFirst = true;
    for await (const slice of this.slices(article, order, checks, isOver)) {
      for (const [index, findings] of slice) units.set(index, findings);
      const isDue = now() - told >= pause || (isFirst && units.size >= FIRST_ANSWER);
      if (!isDue) continue;
      answer(null);
      isFirst = false;
    }
    await this.parts.breathe();
    if (this.isStopped) return;
    // With another order under way: what has been found so far holds nevertheless.
    answer(isOver() ? null : findingsOfWhole(article, checks));
  }

  private async countAll(): Promise<void> {
    this.isCounting = true;
    for (let next = this.counts.shift(); next !== undefined; next = this.counts.shift()) {
      const { article, checks } = next.effect;
      const findings = await this.counted(article, checks);
      if (this.isStopped) return;
      next.send({ type: 'counted', slug: article.article.slug, findings });
    }
    this.isCounting = false;
  }

  private async counted(article: ArticleState, checks: CheckSetting): Promise<FindingCounts> {
    const total = { errors: 0, warnings: 0 };
    const add = (findings: readonly Finding[]): void => {
      const { errors, warnings } = countFindings(findings);
      total.errors += errors;
      total.warnings += warnings;
    };
    const order = article.units.keys();
    for await (const slice of this.slices(article, order, checks, () => this.isStopped)) {
      for (const [, findings] of slice) add(findings);
      await this.open;
    }
    add(findingsOfWhole(article, checks));
    return total;
  }

  /** What the checks say of segments, as many at a time as a slice holds. */
  private async *slices(
    article: ArticleState,
    order: Iterable<number>,
    checks: CheckSetting,
    isOver: () => boolean,
  ): AsyncGenerator<readonly (readonly [number, readonly Finding[]])[]> {
    const { breathe, now } = this.parts;
    let slice: (readonly [number, readonly Finding[]])[] = [];
    let until = -Infinity;
    for (const index of order) {
      if (now() >= until) {
        yield slice;
        await breathe();
        if (isOver()) return;
        slice = [];
        until = now() + SLICE_MS;
      }
      const unit = article.units[index];
      if (unit !== undefined) slice.push([index, findingsOfUnit(article, unit, checks)]);
    }
    yield slice;
  }
}
