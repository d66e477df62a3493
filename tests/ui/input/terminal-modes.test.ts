import { expect, it } from 'vitest';
import { enterModes, leaveModes, mouseOff, mouseOn } from '../../../src/ui/input/terminal-modes.ts';

const modesIn = (text: string) => text.split('\u001b[').slice(1);

it('asks for brackets round a paste and for keys of their own, and not for the mouse', () => {
  expect(modesIn(enterModes)).toEqual(['?2004h', '>4;1m', '>1u']);
});

it('asks for the mouse apart', () => {
  expect(modesIn(mouseOn)).toEqual(['?1000h', '?1006h']);
  expect(modesIn(mouseOff)).toEqual(['?1006l', '?1000l']);
});

it('leaves all of it in reverse, the mouse whether it was on or not', () => {
  expect(modesIn(leaveModes)).toEqual(['?1006l', '?1000l', '<u', '>4;0m', '?2004l']);
});
