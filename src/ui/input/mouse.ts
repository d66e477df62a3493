import type { MouseEvent } from './events.ts';

const SGR = /^<(\d+);(\d+);(\d+)([Mm])$/;
const BUTTON_BITS = 3;
const MOTION = 32;
const WHEEL = 64;
const FURTHER_BUTTONS = 128;

const BUTTONS = ['left', 'middle', 'right', 'none'] as const;
const WHEEL_ACTIONS = ['wheel-up', 'wheel-down'] as const;

/** The body of an SGR mouse report (xterm ctlseqs, mode 1006); `undefined` for what is none of ours. */
export function mouseEvent(body: string): MouseEvent | undefined {
  const found = SGR.exec(body);
  if (found === null) return undefined;
  const code = Number(found[1]);
  const action = actionOf(code, found[4] === 'M');
  if (action === undefined) return undefined;
  const button = (code & WHEEL) === 0 ? BUTTONS[code & BUTTON_BITS] : undefined;
  return { type: 'mouse', action, button: button ?? 'none', x: cell(found[2]), y: cell(found[3]) };
}

function actionOf(code: number, isPress: boolean): MouseEvent['action'] | undefined {
  if (code >= FURTHER_BUTTONS) return undefined;
  if ((code & WHEEL) !== 0) return WHEEL_ACTIONS[code & BUTTON_BITS];
  if ((code & MOTION) !== 0) return 'move';
  return isPress ? 'down' : 'up';
}

/** Reports count from 1. */
function cell(digits = '1'): number {
  return Math.max(Number(digits) - 1, 0);
}
