/**
 * Finds the texts that share most of a query's units and pairs of units, rare ones first.
 *
 * An inverted index over hashed grams (a collision can only raise a count): posting lists in one array,
 * rising within a list. A query reads its shortest lists until it has read enough; what they weigh (by
 * rarity) and how the lengths compare give the order in which candidates are worth measuring.
 */

/** Posting entries that one query reads: what common grams would add is told by the rare ones. */
const READ_AT_MOST = 40_000;
/** Of more candidates than this only the best are measured. */
const CANDIDATES = 150;
/** And of those that hold all of the query, where there are many. */
const REPEATED = 1000;
/** Steps of the estimate, 0 to 1, by which candidates are sorted. */
const STEPS = 512;

/** The gram of one unit, or of two that follow one another. */
function hashGram(first: number, second: number): number {
  let mixed = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

const ALONE = -1;

/** The grams of a text, one by one: each unit, and each but the first with the one before. */
function eachGram(units: ArrayLike<number>, visit: (gram: number) => void): void {
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    visit(hashGram(unit, ALONE));
    if (at > 0) visit(hashGram(units[at - 1] ?? 0, unit));
  }
}

/** Collects texts, then makes them an index. */
export class GramIndexBuilder {
  private readonly vocabulary = new Map<string, number>();
  private pool = new Int32Array(1024);
  private used = 0;
  private readonly starts: number[] = [0];

  add(units: readonly string[]): void {
    this.reserve(units.length);
    for (const unit of units) {
      let id = this.vocabulary.get(unit);
      if (id === undefined) {
        id = this.vocabulary.size;
        this.vocabulary.set(unit, id);
      }
      this.pool[this.used] = id;
      this.used += 1;
    }
    this.starts.push(this.used);
  }

  private reserve(more: number): void {
    if (this.used + more <= this.pool.length) return;
    const larger = new Int32Array(Math.max(this.pool.length * 2, this.used + more));
    larger.set(this.pool);
    this.pool = larger;
  }

  finish(): GramIndex {
    const pool = this.pool.slice(0, this.used);
    return new GramIndex(this.vocabulary, pool, Uint32Array.from(this.starts));
  }
}

interface PostingList {
  readonly from: number;
  readonly to: number;
}

export class GramIndex {
  readonly size: number;
  private readonly vocabulary: ReadonlyMap<string, number>;
  private readonly pool: Int32Array;
  private readonly starts: Uint32Array;
  private readonly mask: number;
  private readonly lists: Uint32Array;
  private readonly postings: Uint32Array;
  private work: WorkSpace | null = null;

  constructor(vocabulary: ReadonlyMap<string, number>, pool: Int32Array, starts: Uint32Array) {
    this.vocabulary = vocabulary;
    this.pool = pool;
    this.starts = starts;
    this.size = starts.length - 1;
    const buckets = 2 ** Math.min(20, Math.max(8, Math.ceil(Math.log2(pool.length + 1)) - 2));
    this.mask = buckets - 1;
    this.lists = new Uint32Array(buckets + 1);
    this.postings = this.post();
  }

  /** Counting sort of all grams by bucket: count, sum up, fill. */
  private post(): Uint32Array {
    const { lists, mask, size } = this;
    for (let text = 0; text < size; text += 1) {
      eachGram(this.unitsAt(text), (gram) => {
        const list = (gram & mask) + 1;
        lists[list] = (lists[list] ?? 0) + 1;
      });
    }
    for (let list = 1; list < lists.length; list += 1) {
      lists[list] = (lists[list] ?? 0) + (lists[list - 1] ?? 0);
    }
    const next = lists.slice();
    const postings = new Uint32Array(lists[mask + 1] ?? 0);
    for (let text = 0; text < size; text += 1) {
      eachGram(this.unitsAt(text), (gram) => {
        const place = next[gram & mask] ?? 0;
        postings[place] = text;
        next[gram & mask] = place + 1;
      });
    }
    return postings;
  }

  /** The units of a text, by number. */
  unitsAt(text: number): Int32Array {
    return this.pool.subarray(this.starts[text], this.starts[text + 1]);
  }

  /** Units as this index numbers them; one that it has never met gets a number of its own. */
  numbered(units: readonly string[]): Int32Array {
    const strange = new Map<string, number>();
    return Int32Array.from(units, (unit) => {
      const known = this.vocabulary.get(unit) ?? strange.get(unit);
      if (known !== undefined) return known;
      const id = this.vocabulary.size + strange.size;
      strange.set(unit, id);
      return id;
    });
  }

  /** Bytes of the typed arrays. */
  get bytes(): number {
    const { pool, starts, lists, postings } = this;
    return pool.byteLength + starts.byteLength + lists.byteLength + postings.byteLength;
  }

  /** The posting lists of a query, shortest first, each once. */
  private listsOf(query: Int32Array): readonly PostingList[] {
    const buckets = new Set<number>();
    eachGram(query, (gram) => buckets.add(gram & this.mask));
    return [...buckets]
      .map((bucket) => ({ from: this.lists[bucket] ?? 0, to: this.lists[bucket + 1] ?? 0 }))
      .filter(({ from, to }) => to > from)
      .sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from);
  }

  /** Adds what each text shares with the query to the weights; the sum of all that was read. */
  private weigh(query: Int32Array, work: WorkSpace): number {
    let read = 0;
    let total = 0;
    for (const { from, to } of this.listsOf(query)) {
      read += to - from;
      if (read > READ_AT_MOST && total > 0) break;
      const weight = Math.log(1 + this.size / (to - from));
      total += weight;
      work.weigh(this.postings.subarray(from, to), weight);
    }
    return total;
  }

  private lengthOf(text: number): number {
    return (this.starts[text + 1] ?? 0) - (this.starts[text] ?? 0);
  }

  /** Numbers of the texts that are most likely alike, likeliest first. */
  candidates(query: Int32Array): readonly number[] {
    const work = (this.work ??= new WorkSpace(this.size));
    const total = this.weigh(query, work);
    return work.best((text, weight) => {
      const shared = (2 * weight) / (total * (1 + this.lengthOf(text) / query.length));
      return Math.min(STEPS, Math.floor(shared * STEPS));
    });
  }
}

/** What the texts of an index weigh in a query; all zero between two queries. */
class WorkSpace {
  private readonly weights: Float32Array;
  private readonly touched: Uint32Array;
  private readonly steps: Uint16Array;
  private count = 0;

  constructor(size: number) {
    this.weights = new Float32Array(size);
    this.touched = new Uint32Array(size);
    this.steps = new Uint16Array(size);
  }

  /** Adds to the weight of each text of a posting list, once each. */
  weigh(postings: Uint32Array, weight: number): void {
    const { weights, touched } = this;
    let last = -1;
    for (const text of postings) {
      if (text === last) continue;
      last = text;
      const before = weights[text] ?? 0;
      if (before === 0) touched[this.count++] = text;
      weights[text] = before + weight;
    }
  }

  /** The texts of the highest steps, highest first; clears all weights. */
  best(stepOf: (text: number, weight: number) => number): readonly number[] {
    const { weights, steps } = this;
    const touched = this.touched.subarray(0, this.count);
    const counts = new Uint32Array(STEPS + 1);
    for (const [at, text] of touched.entries()) {
      const step = stepOf(text, weights[text] ?? 0);
      steps[at] = step;
      counts[step] = (counts[step] ?? 0) + 1;
      weights[text] = 0;
    }
    this.count = 0;
    return chosen(touched, steps, counts);
  }
}

/** Texts above the lowest step that is taken, and as many of that step as there is room for; highest first. */
function chosen(touched: Uint32Array, steps: Uint16Array, counts: Uint32Array): number[] {
  const { step: least, room } = lowestStep(counts);
  let left = room;
  const texts: { readonly text: number; readonly step: number }[] = [];
  for (let at = 0; at < touched.length; at += 1) {
    const step = steps[at] ?? 0;
    if (step === least) left -= 1;
    if (step > least || (step === least && left >= 0)) {
      texts.push({ text: touched[at] ?? 0, step });
    }
  }
  return texts.sort((a, b) => b.step - a.step || a.text - b.text).map(({ text }) => text);
}

/** The step at which there are as many candidates as are measured, and how many of that step they are. */
function lowestStep(counts: Uint32Array): { readonly step: number; readonly room: number } {
  let room = CANDIDATES;
  for (let step = STEPS; step > 0; step -= 1) {
    const count = counts[step] ?? 0;
    // Repeated sentences are all equally good by their text: their neighbours tell.
    if (count > room) return { step, room: step === STEPS ? REPEATED : room };
    room -= count;
  }
  return { step: 0, room };
}
