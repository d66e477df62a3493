import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../src/core/messages.ts';
import { createTranslate } from '../../src/interface.ts';
import { keyName, shortKeyName } from '../../src/review/key-names.ts';
import { bindingFor, KEYMAP } from '../../src/review/keymap.ts';

/** Taken by input methods, terminals or the encoding itself. */
const NEVER = new Set(['C-space', 'C-.', 'C-;', 'C-i', 'C-m', 'C-h', 'C-[', 'C-b', 'f10', 'f11']);

const named = KEYMAP.map((binding) => ({
  name: `${binding.mode}: ${binding.label}`,
  binding,
}));

describe('the key table', () => {
  it('binds no key twice in one mode', () => {
    const bound = KEYMAP.flatMap(({ mode, keys }) => keys.map((key) => `${mode} ${key}`));
    expect(bound.filter((key, at) => bound.indexOf(key) !== at)).toEqual([]);
  });

  it.each(named)('$name has a key that is no bare letter', ({ binding }) => {
    expect(binding.keys.filter((key) => !/^[\p{L}?]$/u.test(key))).not.toEqual([]);
  });

  it.each(named)('$name binds no key that never arrives', ({ binding }) => {
    expect(binding.keys.filter((key) => NEVER.has(key))).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('has a label for every key in %s', async (lang) => {
    const t = await createTranslate(lang);
    const labels = KEYMAP.map(({ label }) => label);
    const missing = (label: MessageKey): boolean => t(label) === label || t(label) === '';
    expect(labels.filter(missing)).toEqual([]);
  });

  it.each([
    ['？', 'help'],
    ['?', 'help'],
    ['ｑ', 'quit'],
    ['　', 'approve'],
  ])('takes %s in a list for the ASCII key', (typed, action) => {
    expect(bindingFor('list', typed)?.action.type).toBe(action);
  });

  it('binds no character while text is typed', () => {
    const typed = KEYMAP.filter(({ mode }) => mode === 'edit').flatMap(({ keys }) => keys);
    expect(typed.filter((key) => [...key].length === 1)).toEqual([]);
  });

  it.each([
    ['C-g', 'Ctrl+G', '^G'],
    ['f5', 'F5', 'F5'],
    ['M-enter', 'Alt+Enter', 'Alt+Enter'],
    ['pagedown', 'PgDn', 'PgDn'],
    [' ', 'Space', 'Space'],
    ['C-_', 'Ctrl+_', '^_'],
    ['g', 'g', 'g'],
    ['G', 'G', 'G'],
  ])('names %s', (key, long, short) => {
    expect([keyName(key), shortKeyName(key)]).toEqual([long, short]);
  });
});
