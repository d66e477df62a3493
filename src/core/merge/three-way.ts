/** Three-way merges of values that nothing is known of: what one side changed is taken. */

/** The same value gives the same text, in whatever order its fields were written. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, sortFields) ?? '';
}

function sortFields(_name: string, value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it was where two branches parted, and as each of them has it; undefined: not there. */
export interface Versions<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** What becomes of a value of which at most one side changed; null when both did, differently. */
export function takeChange<Value>({ base, ours, theirs }: Versions<Value>): {
  readonly value: Value;
} | null {
  const [old, mine, other] = [base, ours, theirs].map(canonicalText);
  if (mine === other || other === old) return { value: ours };
  return mine === old ? { value: theirs } : null;
}

export interface MergedValue {
  readonly value: unknown;
  /** Both sides changed it, and only ours is in the value. */
  readonly isClash: boolean;
}

function mergeLists(
  base: readonly unknown[],
  ours: readonly unknown[],
  theirs: readonly unknown[],
) {
  const [old, mine, other] = [base, ours, theirs].map((list) => new Set(list.map(canonicalText)));
  const isKept = (item: unknown): boolean =>
    old?.has(canonicalText(item)) !== true || other?.has(canonicalText(item)) === true;
  const isNew = (item: unknown): boolean =>
    old?.has(canonicalText(item)) !== true && mine?.has(canonicalText(item)) !== true;
  return [...ours.filter(isKept), ...theirs.filter(isNew)];
}

type Fields = Readonly<Record<string, unknown>>;

/** Merges two objects field by field. */
export function mergeFields({ base, ours, theirs }: Versions<Fields>): {
  readonly value: Fields;
  readonly isClash: boolean;
} {
  let isClash = false;
  const entries: [string, unknown][] = [];
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const merged = mergeJson({
      base: fieldOf(base, name),
      ours: fieldOf(ours, name),
      theirs: fieldOf(theirs, name),
    });
    isClash ||= merged.isClash;
    if (merged.value !== undefined) entries.push([name, merged.value]);
  }
  return { value: Object.fromEntries(entries), isClash };
}

function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Merges two JSON values: objects by field, lists by item; what was changed wins over what was deleted. */
export function mergeJson(versions: Versions<unknown>): MergedValue {
  const taken = takeChange(versions);
  if (taken !== null) return { value: taken.value, isClash: false };
  const { ours, theirs } = versions;
  if (ours === undefined || theirs === undefined) return { value: ours ?? theirs, isClash: false };
  return mergeChanged(versions);
}

function mergeChanged({ base, ours, theirs }: Versions<unknown>): MergedValue {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    const value = mergeLists(Array.isArray(base) ? base : [], ours, theirs);
    return { value, isClash: false };
  }
  if (!isObject(ours) || !isObject(theirs)) return { value: ours, isClash: true };
  return mergeFields({ base: isObject(base) ? base : {}, ours, theirs });
}
