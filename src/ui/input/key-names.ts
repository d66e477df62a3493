/** Key codes → events. */
import type { InputEvent } from './events.ts';
import { ALIASES, CODE_KEYS, KITTY_KEYPAD, KITTY_KEYPAD_FIRST, PRIVATE_USE } from './key-tables.ts';

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly control: boolean;
  /** Super or hyper: the desktop's key, not ours. */
  readonly foreign: boolean;
}

export const NO_MODIFIERS: Modifiers = { shift: false, alt: false, control: false, foreign: false };

/** The modifier parameter of a CSI sequence: 1 + bits. Caps and num lock (64, 128) are left out. */
export function modifiersOf(parameter: number): Modifiers {
  const bits = Math.max(parameter - 1, 0);
  return {
    shift: (bits & 1) !== 0,
    alt: (bits & (2 | 32)) !== 0, // 32 is meta, where a keyboard has both
    control: (bits & 4) !== 0,
    foreign: (bits & (8 | 16)) !== 0,
  };
}

/** A named key with its prefixes, as every terminal would report it. */
export function keyEvent(base: string, modifiers: Modifiers): InputEvent {
  const { control, alt, shift } = modifiers;
  const isBacktab = base === 'backtab';
  const name = `${control ? 'C-' : ''}${alt ? 'M-' : ''}${shift && !isBacktab ? 'S-' : ''}${base}`;
  return { type: 'key', name: ALIASES.get(name) ?? name };
}

/**
 * The key of `CSI code u` or `CSI 27 ; … ; code ~`: `shifted` is the character with Shift, where the
 * terminal says so. `undefined` for keys that are none of ours.
 */
export function codeEvent(
  code: number,
  modifiers: Modifiers,
  shifted?: number,
): InputEvent | undefined {
  const named = CODE_KEYS.get(code);
  if (named === 'space') return characterEvent(' ', modifiers);
  if (named !== undefined) return keyEvent(named, modifiers);
  const keypad = KITTY_KEYPAD[code - KITTY_KEYPAD_FIRST];
  if (keypad !== undefined) return characterEvent(keypad, modifiers);
  if (!isCharacter(code)) return undefined;
  if (!modifiers.shift) return characterEvent(String.fromCodePoint(code), modifiers);
  return characterEvent(String.fromCodePoint(shifted ?? code), modifiers);
}

/** A character key: text without Control or Alt, else a key by its lower-case letter. */
export function characterEvent(character: string, modifiers: Modifiers): InputEvent | undefined {
  if (modifiers.foreign) return undefined;
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  if (!modifiers.control && !modifiers.alt) {
    return { type: 'text', text: modifiers.shift ? upper : character };
  }
  const isLetter = lower !== upper;
  const shift = isLetter && (modifiers.shift || character === upper);
  return keyEvent(character === ' ' ? 'space' : lower, { ...modifiers, shift });
}

/** A C0 control character or DEL as a raw terminal sends it. */
export function controlEvent(code: number, modifiers: Modifiers): InputEvent {
  const named = CODE_KEYS.get(code);
  if (named !== undefined) return keyEvent(named, modifiers);
  if (code === 0) return keyEvent('space', { ...modifiers, control: true });
  const character = String.fromCharCode(code + (code >= 1 && code <= 26 ? 0x60 : 0x40));
  return keyEvent(character, { ...modifiers, control: true });
}

function isCharacter(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  return code <= 0x10ffff && !(code >= PRIVATE_USE.first && code <= PRIVATE_USE.last);
}
