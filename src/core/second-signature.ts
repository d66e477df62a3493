/** Approval by two people, as one segment shows it. */
import { otherLang, type Pair, type Unit } from './model.ts';
import { signOffsInForce } from './status.ts';

/** A text that some have signed, and not enough. */
export interface Waiting extends Pair {
  /** Who has signed exactly these texts, by time. */
  readonly signed: readonly string[];
  /** This person is none of them: one key approves it. */
  readonly forMe: boolean;
}

/**
 * The text of a segment that waits for another person's signature, or null.
 * @param signOffs how many people have to sign
 */
export function waitsForSecond(unit: Unit, user: string, signOffs: number): Waiting | null {
  const { segment, draft, record } = unit;
  if (signOffs < 2 || draft === undefined) return null;
  const signed = signOffsInForce(record).filter((entry) => {
    const isTarget = entry[otherLang(segment.lang)] === draft.text;
    return isTarget && entry[segment.lang] === segment.text;
  });
  const [first] = signed;
  const people = [...new Set(signed.map(({ by }) => by))];
  if (first === undefined || people.length >= signOffs) return null;
  return { zh: first.zh, en: first.en, signed: people, forMe: !people.includes(user) };
}
