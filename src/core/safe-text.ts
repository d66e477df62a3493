/**
 * Text from files, made safe to show: a terminal acts on control characters, and a reader is misled
 * by characters that turn the direction of a line or take no room (Unicode TR 36, "Trojan Source").
 */

/** An unsafe character that was found in a text. */
export interface Mark {
  readonly character: string;
  /** `U+202E`. */
  readonly code: string;
  /** What `visible` puts in its place. */
  readonly shown: string;
  /** UTF-16 offset. */
  readonly at: number;
}

/** Controls, format characters, line separators, lone surrogates, and what a font draws nothing for. */
const UNSAFE = String.raw`[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]`;

/** Sequences in which such characters do their proper work: emoji, and variants of a glyph. */
const KEPT = [
  String.raw`\p{RGI_Emoji}`,
  String.raw`\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)+`,
  String.raw`[\p{Script=Han}\p{P}\p{S}\p{Emoji}][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`\n`,
].join('|');

/** Line feeds are of that class too, and stand in every text of several lines. */
const ANY_UNSAFE = new RegExp(String.raw`[${UNSAFE}--\n]`, 'v');
let keptOrUnsafe: RegExp | undefined;

/** Made when it is first needed: the table of emoji costs more than a short command. */
function keptOrUnsafeMarks(): RegExp {
  keptOrUnsafe ??= new RegExp(`(${KEPT})|${UNSAFE}`, 'gv');
  return keptOrUnsafe;
}

/**
 * The text with every unsafe character as a visible mark (`␛`, `⟦U+202E⟧`) and tabs as one space.
 * Line feeds stay: the caller decides about lines. Applying it twice changes nothing more.
 */
export function visible(text: string): string {
  if (!ANY_UNSAFE.test(text)) return text;
  return text.replace(keptOrUnsafeMarks(), (character, kept) => kept ?? shownAs(character));
}

/** The unsafe characters of a text, in order. Tabs and line feeds are none. */
export function marks(text: string): readonly Mark[] {
  if (!ANY_UNSAFE.test(text)) return [];
  return [...text.matchAll(keptOrUnsafeMarks())]
    .filter((match) => match[1] === undefined && match[0] !== '\t')
    .map((match) => ({
      character: match[0],
      code: codeOf(match[0]),
      shown: shownAs(match[0]),
      at: match.index,
    }));
}

/** C0 controls and DEL have pictures of their own (U+2400 and on). */
function shownAs(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `⟦${codeOf(character)}⟧`;
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text safe to print on one line of a terminal: line breaks as `⏎`. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\r?\n/g, '⏎'));
}
