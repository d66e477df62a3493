/** What a record of publications says today: what is out, since when, what was corrected. */
import { LANGS, otherLang, type Lang } from '../model.ts';
import type {
  CorrectionNote,
  Override,
  PublicationEvent,
  PublishedEvent,
  ShownTexts,
  WithdrawalEvent,
} from './event.ts';

/** A text of one key that changed. Tagged texts; null: there was none, or there is none any more. */
export interface TextChange {
  readonly key: string;
  readonly lang: Lang;
  readonly from: string | null;
  readonly to: string | null;
}

/** A change of what had been out, in the order of the record. */
export interface PublishedChange {
  readonly day: string;
  /** The languages whose text changed. */
  readonly langs: readonly Lang[];
  readonly changes: readonly TextChange[];
  /** Set for a correction: what readers are told. */
  readonly note?: CorrectionNote;
}

export interface PublishedHistory {
  /** The day of the first publication; null: never. */
  readonly first: string | null;
  /** What is out; null: nothing. */
  readonly live: {
    readonly at: string;
    readonly by: string;
    readonly hash: Readonly<Record<Lang, string>>;
    readonly override?: Override;
  } | null;
  /** What was withdrawn, when nothing is out for that reason. */
  readonly withdrawn: {
    readonly day: string;
    readonly reason?: string;
    /** What readers are told. */
    readonly note?: CorrectionNote;
  } | null;
  /** What the keys showed when it went out last. */
  readonly texts: ReadonlyMap<string, ShownTexts>;
  readonly changes: readonly PublishedChange[];
  /** Languages that a correction of the other one has not reached yet. */
  readonly uncorrected: readonly Lang[];
}

function changesBetween(
  before: ReadonlyMap<string, ShownTexts>,
  delta: PublicationEvent['texts'],
): TextChange[] {
  return Object.entries(delta).flatMap(([key, now]) =>
    LANGS.flatMap((lang): TextChange[] => {
      const from = before.get(key)?.[lang] ?? null;
      const to = now?.[lang] ?? null;
      return from === to ? [] : [{ key, lang, from, to }];
    }),
  );
}

function languagesOf(changes: readonly TextChange[]): Lang[] {
  return LANGS.filter((lang) => changes.some((change) => change.lang === lang));
}

/** Keeps what an event says, the next after the last. */
class Teller {
  private first: string | null = null;
  private live: PublishedHistory['live'] = null;
  private withdrawn: PublishedHistory['withdrawn'] = null;
  private readonly texts = new Map<string, ShownTexts>();
  private readonly changes: PublishedChange[] = [];
  private readonly uncorrected = new Set<Lang>();

  take(event: PublishedEvent): void {
    if (event.event === 'published') this.publish(event);
    else this.withdraw(event);
  }

  tell(): PublishedHistory {
    const { first, live, withdrawn, texts, changes } = this;
    return { first, live, withdrawn, texts, changes, uncorrected: [...this.uncorrected].sort() };
  }

  private publish(event: PublicationEvent): void {
    const changes = changesBetween(this.texts, event.texts);
    if (this.first !== null) this.change(event, changes);
    this.first ??= event.day;
    for (const [key, texts] of Object.entries(event.texts)) {
      if (texts === null) this.texts.delete(key);
      else this.texts.set(key, texts);
    }
    const { at, by, hash, override } = event;
    this.live = { at, by, hash, ...(override === undefined ? {} : { override }) };
    this.withdrawn = null;
  }

  /** What is withdrawn already stays so since its day: only the word to the readers can be another. */
  private withdraw({ day, reason, note }: WithdrawalEvent): void {
    if (this.live !== null) {
      this.live = null;
      this.withdrawn = { day, ...(reason === undefined ? {} : { reason }) };
    }
    if (this.withdrawn === null || note === undefined) return;
    this.withdrawn = { ...this.withdrawn, note: { ...this.withdrawn.note, ...note } };
  }

  private change({ day, correction }: PublicationEvent, changes: readonly TextChange[]): void {
    const langs = languagesOf(changes);
    if (langs.length === 0 && (correction === undefined || this.attach(correction))) return;
    const note = correction === undefined ? {} : { note: correction };
    this.changes.push({ day, langs, changes, ...note });
    for (const lang of LANGS) this.follow(lang, langs, correction);
  }

  /**
   * A word that comes without a change is of the last one, where that has none: the text went out before
   * anybody said why. One that follows a correction of the other language stands by itself. False: not attached.
   */
  private attach(note: CorrectionNote): boolean {
    const last = this.changes.at(-1);
    const follows = LANGS.some((lang) => note[lang] !== undefined && this.uncorrected.has(lang));
    if (last === undefined || last.note !== undefined || follows) return false;
    this.changes[this.changes.length - 1] = { ...last, note };
    for (const lang of LANGS) this.follow(lang, last.langs, note);
    return true;
  }

  /** A correction reaches a language by its text or by a word; what reaches one alone is open in the other. */
  private follow(lang: Lang, langs: readonly Lang[], correction: CorrectionNote | undefined): void {
    const isReached = langs.includes(lang) || correction?.[lang] !== undefined;
    if (isReached) this.uncorrected.delete(lang);
    else if (correction !== undefined && langs.includes(otherLang(lang)))
      this.uncorrected.add(lang);
  }
}

/** Tells a record's events, oldest first. */
export function historyOfRecord(events: readonly PublishedEvent[]): PublishedHistory {
  const teller = new Teller();
  for (const event of events) teller.take(event);
  return teller.tell();
}

/** What an event has to say of texts so that they are known after those known before. */
export function deltaOf(
  before: ReadonlyMap<string, ShownTexts>,
  now: ReadonlyMap<string, ShownTexts>,
): PublicationEvent['texts'] {
  const fresh = [...now].filter(([key, { zh, en }]) => {
    const known = before.get(key);
    return known === undefined || known.zh !== zh || known.en !== en;
  });
  const gone = [...before.keys()].filter((key) => !now.has(key)).map((key) => [key, null] as const);
  // Names that no other article has: without a prototype they are kept in a table, not in a shape.
  const texts: Record<string, ShownTexts | null> = Object.create(null);
  for (const [key, shown] of [...fresh, ...gone]) texts[key] = shown;
  return texts;
}
