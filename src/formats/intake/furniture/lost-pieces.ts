/** Pieces of a line that are no part of the story: lost bullets, end marks, invitations. */
import { CHINESE_FURNITURE } from './chinese.ts';
import type { DropReasonId } from './drop-reasons.ts';
import { ENGLISH_FURNITURE } from './english.ts';

export interface Piece {
  readonly text: string;
  readonly reason: DropReasonId;
}

export interface Trimmed {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

const LOST_BULLET = /^(?:[?\ufffd]\s?|[\uf06c\uf0b7\uf0a7\uf076\uf0d8]\s*)(?=["“‘']?\p{Lu})/u;
const LOST_BULLET_HAN = /^[?\ufffd](?=[“《「]?\p{Script=Han})/u;
const END_MARK =
  /(?<=[.!?。！？”"’)）])\s*(?:[■□◼▪∎]+|[(（[【](?:全文)?完[)）\]】]|\bEnditem\.?|\bEnd item\.?|\(END\))$/u;
const INVITATION_LENGTH = 60;

/** What stands before the first Latin letter, and behind the last one. */
const BEFORE_LATIN = /^[^A-Za-z]{1,60}(?=["“']?[A-Z])/u;
const AFTER_LATIN = /(?<=[.!?]["”']?)\s+\p{Script=Han}[^.]{0,60}$/u;
const WHOLE = /[。！!？?~～…]\s*$/u;
const HAN = /\p{Script=Han}/u;

/** Whether a line lost its bullet; Han lines count only when the page has more than one. */
export function lostBulletLength(text: string, withHan: boolean): number {
  return (LOST_BULLET.exec(text) ?? (withHan ? LOST_BULLET_HAN.exec(text) : null))?.[0].length ?? 0;
}

/** Whether `lostBulletLength` may take Han lines: at least two of them begin so. */
export function hasHanBullets(lines: readonly string[]): boolean {
  return lines.filter((line) => LOST_BULLET_HAN.test(line)).length > 1;
}

function invites(piece: string): boolean {
  return (
    piece.trim().length <= INVITATION_LENGTH &&
    (CHINESE_FURNITURE.invitation.test(piece) || ENGLISH_FURNITURE.invitation.test(piece))
  );
}

/** Whole sentences in Chinese that invite, before a line that is otherwise English. */
function invitationBefore(text: string): number {
  const piece = BEFORE_LATIN.exec(text)?.[0] ?? '';
  if (!HAN.test(piece) || !WHOLE.test(piece) || !invites(piece)) return 0;
  return HAN.test(text.slice(piece.length)) ? 0 : piece.length;
}

function invitationAfter(text: string): number {
  const piece = AFTER_LATIN.exec(text.slice(-2 * INVITATION_LENGTH))?.[0] ?? '';
  if (!invites(piece)) return 0;
  return HAN.test(text.slice(0, text.length - piece.length)) ? 0 : piece.length;
}

/** Takes an invitation in Chinese off either end of an English paragraph. */
function withoutInvitation(text: string): Trimmed {
  const front = invitationBefore(text);
  const back = invitationAfter(text.slice(front));
  const pieces = [text.slice(0, front), text.slice(text.length - back)]
    .filter((piece) => piece !== '')
    .map((piece): Piece => ({ text: piece.trim(), reason: 'promotion' }));
  return { text: text.slice(front, text.length - back), pieces };
}

/** A story's line without invitations at its ends and without an end mark. */
export function trimPieces(line: string): Trimmed {
  const { text, pieces } = withoutInvitation(line);
  const mark = END_MARK.exec(text);
  if (mark === null) return { text, pieces };
  return {
    text: text.slice(0, mark.index),
    pieces: [...pieces, { text: mark[0].trim(), reason: 'end-mark' }],
  };
}
