/** What people have typed for a segment and nobody has signed off: one text stands, none is lost. */
import { otherLang, type Draft, type ReviewRecord, type SignOff } from './model.ts';
import { countedSignOffs } from './past.ts';

/** The text by a person that stands as a draft. */
export function personsDraft(record: ReviewRecord | undefined): Draft | undefined {
  return record?.drafts.find(({ origin }) => origin === 'person');
}

function isSameText(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim();
}

function holds(signOff: SignOff, draft: Draft): boolean {
  return isSameText(signOff[otherLang(signOff.source)], draft.text);
}

/** A fix or a policy signs in the name of whoever ran it: that says nothing of what they typed. */
function isByHand({ via }: SignOff): boolean {
  return via === undefined || via === 'correction';
}

/** Whether a draft has served its purpose: whoever typed it has signed since, or its text was signed. */
export function isServed(record: ReviewRecord | undefined, draft: Draft): boolean {
  return countedSignOffs(record).some((signOff) => {
    if (signOff.at < draft.at) return false;
    return (signOff.by === draft.by && isByHand(signOff)) || holds(signOff, draft);
  });
}

/** Whether a draft was signed off as it is, later than it was typed. */
function isSigned(record: ReviewRecord, draft: Draft): boolean {
  return countedSignOffs(record).some((entry) => entry.at >= draft.at && holds(entry, draft));
}

/** Orders drafts by time, and in a way of its own where that is the same. */
function rankOf({ at, by = '', text, source }: Draft): string {
  return JSON.stringify([at, by, text, source]);
}

/** Whether a draft is later than another. */
export function isLater(a: Draft, b: Draft): boolean {
  return rankOf(a) > rankOf(b);
}

function isOlderOwn(known: Draft, draft: Draft): boolean {
  return known.by === draft.by && known.at <= draft.at;
}

/** What the sign-offs tell as well takes the place of nothing that only a draft tells. */
function slotOf({ signoffs }: ReviewRecord, draft: Draft): string {
  return JSON.stringify([draft.by, signoffs.some((signOff) => holds(signOff, draft))]);
}

/** Of each person the newest, oldest first; none that its author has made the standing draft again. */
function asideOf(record: ReviewRecord, drafts: readonly Draft[]): readonly Draft[] {
  const standing = personsDraft(record);
  const newest = new Map<string, Draft>();
  for (const draft of drafts) {
    const slot = slotOf(record, draft);
    const known = newest.get(slot);
    if (known === undefined || isLater(draft, known)) newest.set(slot, draft);
  }
  const isAgain = ({ by, text, at }: Draft): boolean =>
    standing !== undefined && standing.by === by && standing.text === text && at <= standing.at;
  return [...newest.values()]
    .filter((draft) => !isAgain(draft))
    .sort((a, b) => (isLater(a, b) ? 1 : -1));
}

/** The record with these drafts kept aside. */
export function withAside(record: ReviewRecord, drafts: readonly Draft[]): ReviewRecord {
  const { aside: _, ...bare } = record;
  const aside = asideOf(record, drafts);
  return aside.length === 0 ? bare : { ...bare, aside };
}

/** Keeps a text that another has taken the place of, so that it can be found and taken over. */
function setAside(record: ReviewRecord, draft: Draft): ReviewRecord {
  if (draft.text.trim() === '' || isSigned(record, draft)) return record;
  return withAside(record, [...(record.aside ?? []), draft]);
}

/** The record without its standing draft by a person, which is kept aside. */
export function settleAside(record: ReviewRecord): ReviewRecord {
  const draft = personsDraft(record);
  const bare = withoutPersonsDraft(record);
  return draft === undefined ? bare : setAside(bare, draft);
}

export function withoutPersonsDraft(record: ReviewRecord): ReviewRecord {
  return { ...record, drafts: record.drafts.filter(({ origin }) => origin !== 'person') };
}

/** A replayed journal may bring a draft that its author has gone beyond, or that was settled. */
function isPast({ aside = [] }: ReviewRecord, draft: Draft): boolean {
  return aside.some((known) => isOlderOwn(draft, known));
}

/**
 * The record with a person's draft. The newest stands; one of somebody else that it takes the place of
 * is kept aside. A person's own older draft is replaced.
 */
export function withPersonsDraft(record: ReviewRecord, draft: Draft): ReviewRecord {
  if (isPast(record, draft)) return record;
  const present = personsDraft(record);
  if (present === undefined) return put(record, draft);
  const isOwn = present.by === draft.by;
  if (present.at > draft.at) return isOwn ? record : setAside(record, draft);
  return isOwn ? put(record, draft) : setAside(put(record, draft), present);
}

function put(record: ReviewRecord, draft: Draft): ReviewRecord {
  const bare = withoutPersonsDraft(record);
  return withAside({ ...bare, drafts: [...bare.drafts, draft] }, record.aside ?? []);
}
