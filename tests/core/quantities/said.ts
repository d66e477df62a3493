/** Quantities in a line each, for tables: `from percent 5 over soft`. */
import type { Lang } from '../../../src/core/model.ts';
import type { Quantity } from '../../../src/core/quantities/quantity.ts';
import { readQuantities } from '../../../src/core/quantities/read-quantities.ts';

function line({ kind, value, unit, approx, hard, range }: Quantity): string {
  const parts = [range, kind === 'number' ? undefined : kind, value, unit, approx];
  return [...parts, hard ? undefined : 'soft'].filter((part) => part !== undefined).join(' ');
}

export function said(text: string, lang: Lang): string {
  return readQuantities(text, lang).map(line).join(', ');
}
