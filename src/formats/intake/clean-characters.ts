/** Takes out of a text what no article may hold: control characters and terminal escapes. */
import type { DroppedLine } from './intake.ts';

/** ECMA-48 control sequences, operating-system commands and the like, with 7-bit or C1 introducer. */
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/;
/** C0 but tab, C1, soft hyphen, zero-width space, direction overrides, byte order mark, tag characters. */
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/u;
const UNWANTED = new RegExp(`${ESCAPES.source}|${CONTROLS.source}`, 'gu');
const LONE_SURROGATE = /\p{Cs}/gu;

/** A text in which every invisible character is spelled, so that it can be printed. */
function spellControls(text: string): string {
  return text.replace(/[^\n\P{C}]/gu, (sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}

export interface Cleaned {
  readonly text: string;
  readonly dropped: readonly DroppedLine[];
}

function cleanLine(line: string, number: number, dropped: DroppedLine[]): string {
  const say = (text: string, reason: string): void => {
    dropped.push({ line: number, text: spellControls(text), reason });
  };
  const whole = line.replace(LONE_SURROGATE, (sign) => {
    say(sign, 'broken-character');
    return '\ufffd';
  });
  return whole.replace(UNWANTED, (found) => {
    say(found, 'control');
    return '';
  });
}

/** LF line ends, NFC, without control characters; each piece taken out is listed with its line. */
export function cleanCharacters(text: string): Cleaned {
  const dropped: DroppedLine[] = [];
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line, index) => cleanLine(line, index + 1, dropped));
  return { text: lines.join('\n').normalize('NFC'), dropped };
}
