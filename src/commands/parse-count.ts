/** A flag's word as a number from 1 on. Throws an Error that says so, for stricli to tell. */
export function parseCount(word: string): number {
  const count = Number(word);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error('expected a number from 1 on');
  return count;
}
