import { array, assert, constantFrom, nat, oneof, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decoder, createDecoder } from '../../../src/ui/input/decoder.ts';
import type { InputEvent } from '../../../src/ui/input/events.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Flushes until nothing is held, as the caller's timer would. */
function settled(decoder: Decoder): readonly InputEvent[] {
  const events: InputEvent[] = [];
  while (decoder.pending) events.push(...decoder.flush());
  return events;
}

function decoded(...chunks: readonly (string | Uint8Array)[]): readonly InputEvent[] {
  const decoder = createDecoder();
  const events = chunks.flatMap((chunk) =>
    decoder.feed(typeof chunk === 'string' ? bytesOf(chunk) : chunk),
  );
  return [...events, ...settled(decoder)];
}

/** Events in one line: `C-n "text" paste:"a" down:left@3,4`. */
function shown(events: readonly InputEvent[]): string {
  return events.map(shownOne).join(' ');
}

function shownOne(event: InputEvent): string {
  if (event.type === 'key') return event.name;
  if (event.type === 'text') return JSON.stringify(event.text);
  if (event.type === 'paste') return `paste:${JSON.stringify(event.text)}`;
  if (event.type === 'cursor') return `cursor@${event.x},${event.y}`;
  return `${event.action}:${event.button}@${event.x},${event.y}`;
}

/** Runs of text as one event: the decoder may cut them where a chunk ends. */
function joined(events: readonly InputEvent[]): readonly InputEvent[] {
  const result: InputEvent[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', text: last.text + event.text };
    } else result.push(event);
  }
  return result;
}

describe('keys', () => {
  it.each([
    [
      'control characters',
      '\r\n\t\b\u007f\u0000\u0001\u001a',
      'enter C-j tab backspace backspace C-space C-a C-z',
    ],
    ['the other control characters', '\u001c\u001d\u001e\u001f', 'C-\\ C-] C-^ C-_'],
    ['Escape', '\u001b', 'escape'],
    ['Escape twice', '\u001b\u001b', 'escape escape'],
    ['arrows', '\u001b[A\u001b[B\u001b[C\u001b[D', 'up down right left'],
    ['arrows in application mode', '\u001bOA\u001bOB\u001bOC\u001bOD', 'up down right left'],
    [
      'arrows with modifiers',
      '\u001b[1;2A\u001b[1;5D\u001b[1;3C\u001b[1;8B',
      'S-up C-left M-right C-M-S-down',
    ],
    [
      'Home and End',
      '\u001b[H\u001b[F\u001bOH\u001bOF\u001b[1~\u001b[4~\u001b[7~\u001b[8~',
      'home end home end home end home end',
    ],
    ['Home and End with Control', '\u001b[1;5H\u001b[1;5F', 'C-home C-end'],
    [
      'editing keys',
      '\u001b[2~\u001b[3~\u001b[5~\u001b[6~\u001b[3;5~',
      'insert delete pageup pagedown C-delete',
    ],
    ['F1 to F4', '\u001bOP\u001bOQ\u001bOR\u001bOS', 'f1 f2 f3 f4'],
    [
      'F1 to F4 as CSI',
      '\u001b[P\u001b[Q\u001b[R\u001b[S\u001b[11~\u001b[14~',
      'f1 f2 f3 f4 f1 f4',
    ],
    [
      'F5 to F12',
      '\u001b[15~\u001b[17~\u001b[18~\u001b[19~\u001b[20~\u001b[21~\u001b[23~\u001b[24~',
      'f5 f6 f7 f8 f9 f10 f11 f12',
    ],
    ['F keys with modifiers', '\u001b[1;5R\u001b[1;2R\u001b[19;2~\u001bO5P', 'C-f3 S-f3 S-f8 C-f1'],
    ['F keys of the Linux console', '\u001b[[A\u001b[[E', 'f1 f5'],
    ['Shift+Tab', '\u001b[Z\u001b[9;2u\u001b[27;2;9~', 'backtab backtab backtab'],
    ['Alt and a character', '\u001b1\u001bb\u001bB\u001b ', 'M-1 M-b M-S-b M-space'],
    [
      'Alt and a named key',
      '\u001b\r\u001b\u007f\u001b\t\u001b\u0001\u001b\u0000',
      'M-enter M-backspace M-tab C-M-a C-M-space',
    ],
    ['Alt and the first character of a sequence', '\u001b[', 'M-['],
    ['Alt and O', '\u001bO', 'M-S-o'],
    ['Alt and the first character of a string', '\u001b]', 'M-]'],
    [
      'Alt as ESC before an arrow',
      '\u001b\u001b[D\u001b\u001bOC\u001b\u001b[1;5D',
      'M-left M-right C-M-left',
    ],
    ['Escape and a paste', '\u001b\u001b[200~x\u001b[201~', 'escape paste:"x"'],
    ['Escape and Chinese', '\u001b你好', 'escape "你好"'],
    ['the keypad in application mode', '\u001bOM\u001bOp\u001bOy\u001bOk', 'enter "0" "9" "+"'],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });
});

describe('keys by code (CSI u and modifyOtherKeys)', () => {
  it.each([
    [
      'Enter',
      '\u001b[13;5u\u001b[13;2u\u001b[13;3u\u001b[27;5;13~\u001b[27;2;13~',
      'C-enter S-enter M-enter C-enter S-enter',
    ],
    ['Escape', '\u001b[27u\u001b[27;2u', 'escape escape'],
    [
      'Backspace',
      '\u001b[127u\u001b[127;2u\u001b[127;5u\u001b[127;3u',
      'backspace backspace C-backspace M-backspace',
    ],
    ['Space', '\u001b[32;2u\u001b[32;5u\u001b[27;3;32~', '" " C-space M-space'],
    ['a letter', '\u001b[97;5u\u001b[97;3u\u001b[97;7u\u001b[97u', 'C-a M-a C-M-a "a"'],
    [
      'a letter with Shift',
      '\u001b[97;2u\u001b[97;6u\u001b[27;6;65~\u001b[97:65;6u',
      '"A" C-S-a C-S-a C-S-a',
    ],
    ['a digit', '\u001b[49;5u\u001b[27;5;49~', 'C-1 C-1'],
    ['a mark that Shift makes', '\u001b[47:63;6u\u001b[27;6;63~\u001b[49:33;2u', 'C-? C-? "!"'],
    [
      'names shared by two keys',
      '\u001b[105;5u\u001b[109;5u\u001b[104;5u\u001b[91;5u\u001b[47;5u',
      'tab enter backspace escape C-_',
    ],
    ['lock keys', '\u001b[97;69u\u001b[1;129A\u001b[13;193u\u001b[97;133u', 'C-a up enter C-a'],
    ['the desktop’s own keys', '\u001b[97;9u\u001b[118;13u\u001b[1;9A', 'up'],
    [
      'releases are no keys, repeats are',
      '\u001b[97;5:3u\u001b[1;1:3A\u001b[1;1:2A\u001b[3;1:3~',
      'up',
    ],
    ['the keypad', '\u001b[57399u\u001b[57414u\u001b[57417u\u001b[57413u', '"0" enter left "+"'],
    [
      'keys that are none of ours',
      '\u001b[57441;2u\u001b[57358u\u001b[57376u\u001b[1114112u\u001b[1u\u001b[55296u',
      '',
    ],
    ['associated text', '\u001b[97;5;97u', 'C-a'],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });
});

describe('text', () => {
  it.each([
    ['ASCII', 'hello', '"hello"'],
    ['Chinese', '他说：“好——……”', '"他说：“好——……”"'],
    ['emoji', '👩‍👩‍👧🇨🇳𠮷', '"👩‍👩‍👧🇨🇳𠮷"'],
    ['text and keys in one chunk', 'jj\r你\u000e\u000e', '"jj" enter "你" C-n C-n'],
    ['a byte order mark is a character', '\ufeffa', '"\ufeffa"'],
    ['eight-bit controls are no text', 'a\u009bb\u0085', '"a" "b"'],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });

  it('joins a character that was cut in two', () => {
    const [first = 0, ...rest] = bytesOf('你');
    const decoder = createDecoder();
    expect(decoder.feed(Uint8Array.of(first))).toEqual([]);
    expect(decoder.pending).toBe(false);
    expect(decoder.feed(Uint8Array.from(rest))).toEqual([{ type: 'text', text: '你' }]);
  });
});

describe('what is no key', () => {
  it.each([
    ['focus', '\u001b[I\u001b[O'],
    ['cursor position', '\u001b[24;80R\u001b[1;80R\u001b[1;1R'],
    ['device attributes', '\u001b[?64;1;2;6;9;15;22c\u001b[>41;354;0c\u001b[0n'],
    ['window size', '\u001b[8;50;200t\u001b[4;900;1800t'],
    ['modes and kitty flags', '\u001b[?2026;2$y\u001b[?1u\u001b[?997;1n'],
    ['colours', '\u001b]11;rgb:0000/0000/0000\u0007\u001b]10;rgb:ffff/ffff/ffff\u001b\\'],
    ['DCS and APC', '\u001bP1$r0m\u001b\\\u001b_Gi=1;OK\u001b\\\u001b^x\u001b\\\u001bXx\u001b\\'],
    ['an unknown CSI', '\u001b[99~\u001b[5;6;7X\u001b[=1;2z\u001b[1;2;3A\u001b[2;2A'],
    ['an unknown SS3', '\u001bO!'],
    ['a paste end without a paste', '\u001b[201~'],
    ['a mouse report without SGR', '\u001b[M !!'],
    ['a mouse report of urxvt', '\u001b[32;5;6M'],
    ['an unfinished sequence', '\u001b[12;5'],
    ['an unfinished report', '\u001b]11;rgb:00'],
  ])('%s is swallowed', (_, input) => {
    expect(decoded(input)).toEqual([]);
  });

  it.each([
    ['a sequence that a key breaks off', '\u001b[12\r', 'enter'],
    ['a sequence that another breaks off', '\u001b[12\u001b[A', 'up'],
    ['a string that a key breaks off', '\u001b]11;x\rab', 'enter "ab"'],
    ['a string that a sequence breaks off', '\u001b]11;x\u001b[A', 'up'],
    ['a string and Escape', '\u001b]\u001b', 'M-] escape'],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });
});

describe('paste', () => {
  const OPEN = '\u001b[200~';
  const CLOSE = '\u001b[201~';

  it.each([
    [
      'is one event with LF for line breaks',
      `${OPEN}a\r\nb\rc\n${CLOSE}x`,
      'paste:"a\\nb\\nc\\n" "x"',
    ],
    ['may hold sequences', `${OPEN}\u001b[A\u0003${CLOSE}`, 'paste:"\\u001b[A\\u0003"'],
    ['may be empty', `${OPEN}${CLOSE}x`, '"x"'],
    ['two', `${OPEN}a${CLOSE}${OPEN}b${CLOSE}`, 'paste:"a" paste:"b"'],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });

  it('finds an end that was cut in two', () => {
    expect(shown(decoded(`${OPEN}a\u001b[2`, '01~b'))).toBe('paste:"a" "b"');
  });

  it('comes without its end when it is flushed', () => {
    expect(shown(decoded(`${OPEN}a\rb`))).toBe('paste:"a\\nb"');
  });

  it('that stalls goes on as a paste: its line breaks are no Enter', () => {
    const decoder = createDecoder();
    decoder.feed(bytesOf(`${OPEN}one`));
    expect(shown(decoder.flush())).toBe('paste:"one"');
    expect(decoder.pending).toBe(false);
    expect(shown(decoder.feed(bytesOf(`\rtwo${CLOSE}\r`)))).toBe('paste:"\\ntwo" enter');
  });

  it.each([
    ['an arrow', '\u001b[A', 'up'],
    ['Control and a letter', '\u0003', 'C-c'],
    ['Escape', '\u001b', 'escape'],
    ['another paste', `${OPEN}b${CLOSE}`, 'paste:"b"'],
  ])('that lost its end is over with %s', (_, key, expected) => {
    const decoder = createDecoder();
    decoder.feed(bytesOf(`${OPEN}one`));
    decoder.flush();
    expect(shown([...decoder.feed(bytesOf(key)), ...settled(decoder)])).toBe(expected);
    expect(shown(decoder.feed(bytesOf('\r')))).toBe('enter');
  });

  it.each(['\r', '\t', 'a', '\u001b[31mred\r', '\u001b[A\r'])(
    'that stalls holds %j too',
    (chunk) => {
      const decoder = createDecoder();
      decoder.feed(bytesOf(`${OPEN}one`));
      decoder.flush();
      decoder.feed(bytesOf(chunk));
      expect(decoder.flush()).toEqual([{ type: 'paste', text: chunk.replace('\r', '\n') }]);
    },
  );

  it('that stalls in the midst of its end still ends', () => {
    const decoder = createDecoder();
    decoder.feed(bytesOf(`${OPEN}one\u001b[20`));
    expect(shown(decoder.flush())).toBe('paste:"one"');
    expect(shown(decoder.feed(bytesOf('1~\r')))).toBe('enter');
  });
});

describe('mouse', () => {
  it.each([
    ['a click', '\u001b[<0;10;5M\u001b[<0;10;5m', 'down:left@9,4 up:left@9,4'],
    ['other buttons', '\u001b[<1;1;1M\u001b[<2;1;1m', 'down:middle@0,0 up:right@0,0'],
    ['the wheel', '\u001b[<64;3;4M\u001b[<65;3;4M', 'wheel-up:none@2,3 wheel-down:none@2,3'],
    ['modifiers', '\u001b[<16;2;2M\u001b[<68;2;2M', 'down:left@1,1 wheel-up:none@1,1'],
    ['a drag and a move', '\u001b[<32;2;2M\u001b[<35;2;2M', 'move:left@1,1 move:none@1,1'],
    ['a wheel to the side, further buttons', '\u001b[<66;2;2M\u001b[<128;2;2M', ''],
  ])('%s', (_, input, expected) => {
    expect(shown(decoded(input))).toBe(expected);
  });
});

describe('waiting', () => {
  it.each([
    ['\u001b', true],
    ['\u001b[1;', true],
    ['\u001b[200~a', true],
    ['a', false],
    ['\u001b[A', false],
    ['', false],
  ])('after %j pending is %s', (input, expected) => {
    const decoder = createDecoder();
    decoder.feed(bytesOf(input));
    expect(decoder.pending).toBe(expected);
  });

  it('tells Escape and a letter from Alt and the letter by the time between', () => {
    const decoder = createDecoder();
    decoder.feed(bytesOf('\u001b'));
    expect(shown([...decoder.flush(), ...decoder.feed(bytesOf('b'))])).toBe('escape "b"');
    expect(shown(decoded('\u001b', 'b'))).toBe('M-b');
  });

  it('has nothing to flush when nothing is held', () => {
    expect(createDecoder().flush()).toEqual([]);
  });
});

const PIECES = [
  '\u001b',
  '\u001b[',
  '\u001b[A',
  '\u001b[1;5D',
  '\u001bO',
  '\u001bOP',
  '\u001b[13;5u',
  '\u001b[27;5;13~',
  '\u001b[97:65;2:3u',
  '\u001b[200~',
  '\u001b[201~',
  '\u001b[<0;5;6M',
  '\u001b[M',
  '\u001b[[',
  '\u001b]11;rgb',
  '\u0007',
  '\u001b\\',
  '\u001bP',
  '\u001b[?1;2c',
  '\u009b',
  '\r',
  '\n',
  '\t',
  '\u007f',
  '\u0003',
  'a',
  'X',
  '[',
  '~',
  '1;5',
  'M',
  'hello',
  '你',
  '好。',
  '𠮷',
  '👩‍👩‍👧',
  '\ufeff',
  '\ufffd',
];

const input = array(oneof(constantFrom(...PIECES).map(bytesOf), uint8Array({ maxLength: 4 })), {
  maxLength: 16,
}).map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

function isWellFormed(event: InputEvent): boolean {
  if (event.type === 'text') return /^[^\u0000-\u001f\u007f-\u009f]+$/.test(event.text);
  if (event.type !== 'key') return true;
  return /^(?:C-)?(?:M-)?(?:S-)?(?:[a-z]+\d*|[^A-Z])$/.test(event.name);
}

describe('any bytes', () => {
  it('give the same events however they are cut into chunks', () => {
    assert(
      property(input, array(nat(80), { maxLength: 12 }), (bytes, cuts) => {
        const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort(
          (a, b) => a - b,
        );
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
        expect(joined(decoded(...chunks))).toEqual(joined(decoded(bytes)));
      }),
      { numRuns: 1000, examples: [[Uint8Array.from(bytesOf('\u001bO1;5')), [3]]] },
    );
  });

  it('give no control character as text, and every flush comes to an end', () => {
    assert(
      property(array(input, { maxLength: 4 }), (chunks) => {
        const decoder = createDecoder();
        for (const chunk of chunks) {
          const events = [...decoder.feed(chunk), ...settled(decoder)];
          for (const event of events) expect(event).toSatisfy(isWellFormed);
          expect(decoder.pending).toBe(false);
        }
      }),
    );
  });
});

describe('where the cursor is', () => {
  it.each([
    ['\u001b[?5;3R', { type: 'cursor', x: 2, y: 4 }],
    ['\u001b[?1;3;1R', { type: 'cursor', x: 2, y: 0 }],
  ])('%j is told in the private form, which no key has', (bytes, event) => {
    expect(createDecoder().feed(Buffer.from(bytes))).toEqual([event]);
  });
});
