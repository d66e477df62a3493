import { describe, expect, it } from 'vitest';
import { paintRow, type Theme, themeFor } from '../../src/ui/theme.ts';

const removed = { text: 'two', style: 'removed' } as const;
const sign = { text: '!', style: 'conflict' } as const;
const plain = { text: ' metres', style: 'plain' } as const;

describe('painting a row', () => {
  it.each([
    ['in colour', {}, false, '\u001b[31mtwo\u001b[0m\u001b[1;31m!\u001b[0m metres'],
    ['with NO_COLOR', { NO_COLOR: '1' }, false, 'two\u001b[1;4m!\u001b[0m metres'],
    [
      'with an empty NO_COLOR',
      { NO_COLOR: '' },
      false,
      '\u001b[31mtwo\u001b[0m\u001b[1;31m!\u001b[0m metres',
    ],
    ['on a dumb terminal', { TERM: 'dumb' }, false, 'two\u001b[1;4m!\u001b[0m metres'],
    ['as the selected row', {}, true, '\u001b[7mtwo! metres\u001b[0m'],
  ])('%s', (_, environment, inverse, expected) => {
    expect(paintRow({ parts: [removed, sign, plain], inverse }, themeFor(environment))).toBe(
      expected,
    );
  });
});

/** The 16 colours (0 to 7 of them) as terminals have them by default, and what they stand on. */
const PALETTES = {
  'xterm on black': ['000000', '31:cd0000 32:00cd00 35:cd00cd'],
  'xterm on white': ['ffffff', '31:cd0000 32:00cd00 35:cd00cd'],
  'GNOME on dark': ['171421', '31:c01c28 32:26a269 35:a347ba'],
  'GNOME on white': ['ffffff', '31:c01c28 32:26a269 35:a347ba'],
  'Windows Terminal': ['0c0c0c', '31:c50f1f 32:13a10e 35:881798'],
  'Terminal.app on white': ['ffffff', '31:c23621 32:25bc24 35:d338d3'],
  'Solarized dark': ['002b36', '31:dc322f 32:859900 35:d33682'],
  'Solarized light': ['fdf6e3', '31:dc322f 32:859900 35:d33682'],
} as const;

/** Relative luminance (WCAG 2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function colourCodes(theme: Theme): string[] {
  const codes = Object.values(theme).flatMap((style) => style.split(';'));
  return [...new Set(codes)].filter((code) => Number(code) >= 30);
}

describe('the colours', () => {
  it.each(Object.entries(PALETTES))('can be read in %s', (_, [ground, palette]) => {
    const colours = new Map(
      palette.split(' ').map((entry) => entry.split(':') as [string, string]),
    );
    for (const code of colourCodes(themeFor({}))) {
      expect([code, contrast(colours.get(code) ?? ground, ground) >= 2]).toEqual([code, true]);
    }
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('are none with %j', (environment) => {
    const codes = Object.values(themeFor(environment)).flatMap((style) => style.split(';'));
    expect(codes.filter((code) => !['', '1', '3', '4', '7'].includes(code))).toEqual([]);
  });
});
