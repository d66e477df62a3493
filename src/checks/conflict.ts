import { differingTexts } from '../core/candidates.ts';
import { shortTime } from '../core/short-time.ts';
import type { SignOff } from '../core/model.ts';
import { unitCheck } from './unit-check.ts';

function listed(candidates: readonly SignOff[]): string {
  const texts = differingTexts(candidates).map((text, index) => {
    const { by = '', at = '' } = candidates[index] ?? {};
    return `“${text}” (${by}, ${shortTime(at)})`;
  });
  // A single one: the other branch had taken the pair out.
  return (texts.length === 1 ? [...texts, '∅'] : texts).join(' ≠ ');
}

/** A segment that branches approved different texts for: nobody has chosen yet. */
export const conflict = unitCheck(
  { id: 'conflict', severity: 'error', group: 'state' },
  ({ status, record }) =>
    status === 'conflict' ? { texts: listed(record?.candidates ?? []) } : null,
);
