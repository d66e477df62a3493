import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Input } from '../../src/review/event.ts';
import { enterModes, leaveModes, mouseOff, mouseOn } from '../../src/ui/input/terminal-modes.ts';
import { openKeyboard } from '../../src/ui/keyboard.ts';

const AT = '2024-05-01T09:00:00.000Z';

function plugIn(mouse = false) {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => raw.push(on) });
  const stdout = new PassThrough();
  const inputs: Input[] = [];
  const hangUps: string[] = [];
  const cursors: unknown[] = [];
  const keyboard = openKeyboard({
    stdin,
    stdout,
    clock: () => new Date(AT),
    receive: (input) => void inputs.push(input),
    locate: (cursor) => void cursors.push(cursor),
    hangUp: () => void hangUps.push('gone'),
    mouse,
  });
  const send = (bytes: string | Uint8Array) => stdin.emit('data', Buffer.from(bytes as string));
  return { raw, stdin, stdout, inputs, hangUps, cursors, keyboard, send };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the keyboard', () => {
  it('turns bytes into dated input, a character in two pieces included', () => {
    const { send, inputs } = plugIn();
    send(new Uint8Array([0xe4, 0xbd]));
    send(new Uint8Array([0xa0, 0x0d]));
    send('\u001b[200~一\r二\u001b[201~');
    expect(inputs).toEqual([
      { type: 'text', text: '你', at: AT },
      { type: 'key', name: 'enter', at: AT },
      { type: 'paste', text: '一\n二', at: AT },
    ]);
  });

  it('takes a lone ESC for the key once nothing follows', () => {
    const { send, inputs } = plugIn();
    send('\u001b');
    expect(inputs).toEqual([]);
    vi.advanceTimersByTime(30);
    expect(inputs).toEqual([{ type: 'key', name: 'escape', at: AT }]);
  });

  it('waits for the rest of a sequence that arrives in two pieces', () => {
    const { send, inputs } = plugIn();
    send('\u001b');
    send('[A');
    vi.advanceTimersByTime(30);
    expect(inputs).toEqual([{ type: 'key', name: 'up', at: AT }]);
  });

  it('asks the terminal for its modes, and takes them back once', () => {
    const { stdout, raw, keyboard, send, inputs } = plugIn();
    keyboard.close();
    keyboard.close();
    keyboard.resume();
    send('x');
    expect(stdout.read()?.toString()).toBe(enterModes + leaveModes);
    expect(raw).toEqual([true, false]);
    expect(inputs).toEqual([]);
  });

  it('reads nothing and asks for nothing while the terminal is another program’s', () => {
    const { stdout, raw, keyboard, send, inputs } = plugIn(true);
    keyboard.suspend();
    send('x');
    keyboard.resume();
    send('y');
    expect(inputs).toEqual([{ type: 'text', text: 'y', at: AT }]);
    const asked = enterModes + mouseOn;
    expect(stdout.read()?.toString()).toBe(asked + leaveModes + asked);
    expect(raw).toEqual([true, false, true]);
  });

  it('hands on clicks and the wheel, and where the cursor is never as a key', () => {
    const { send, inputs, cursors } = plugIn();
    send('\u001b[<0;3;5M\u001b[<35;4;5M\u001b[<65;3;5M\u001b[?1;3R');
    expect(inputs).toEqual([
      { type: 'mouse', action: 'down', button: 'left', x: 2, y: 4, at: AT },
      { type: 'mouse', action: 'wheel-down', button: 'none', x: 2, y: 4, at: AT },
    ]);
    expect(cursors).toEqual([{ type: 'cursor', x: 2, y: 0 }]);
  });

  it('turns the mouse on and off', () => {
    const { stdout, keyboard } = plugIn();
    keyboard.setMouse(true);
    keyboard.setMouse(false);
    expect(stdout.read()?.toString()).toBe(enterModes + mouseOn + mouseOff);
  });

  it('says when the terminal is gone', () => {
    const { stdin, hangUps } = plugIn();
    stdin.emit('end');
    stdin.emit('error', new Error('EIO'));
    expect(hangUps).toEqual(['gone', 'gone']);
  });
});
