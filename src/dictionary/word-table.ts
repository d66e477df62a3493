/**
 * A table from words to lines of one long text, as chained hashes in typed arrays: a hundred thousand words take
 * two megabytes, where a Map of strings takes twenty. The words themselves stay in the text.
 */

const NONE = -1;

/** FNV-1a over UTF-16 units. */
export function hashText(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

export class WordTable {
  private readonly heads: Int32Array;
  private values = new Uint32Array(1024);
  private next = new Int32Array(1024);
  private count = 0;

  /** @param words how many there will be, about */
  constructor(words: number) {
    this.heads = new Int32Array(2 ** Math.max(4, Math.ceil(Math.log2(words + 1)))).fill(NONE);
  }

  add(hash: number, value: number): void {
    if (this.count === this.values.length) this.grow();
    const head = hash & (this.heads.length - 1);
    this.values[this.count] = value;
    this.next[this.count] = this.heads[head] ?? NONE;
    this.heads[head] = this.count;
    this.count += 1;
  }

  private grow(): void {
    const [values, next] = [new Uint32Array(this.count * 2), new Int32Array(this.count * 2)];
    values.set(this.values);
    next.set(this.next);
    this.values = values;
    this.next = next;
  }

  /** What was added under this hash and, perhaps, under others; in the order in which it was added. */
  find(hash: number): readonly number[] {
    const found: number[] = [];
    let at = this.heads[hash & (this.heads.length - 1)] ?? NONE;
    while (at !== NONE) {
      found.push(this.values[at] ?? 0);
      at = this.next[at] ?? NONE;
    }
    return found.reverse();
  }

  get bytes(): number {
    return this.heads.byteLength + this.values.byteLength + this.next.byteLength;
  }
}
