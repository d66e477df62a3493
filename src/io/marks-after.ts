/** Which folders are known by their marks when a new site has taken the place of the old one. */
import { lookAtFolder, type Marks, type TreeMarks } from './folder-marks.ts';
import { foldersOf, type Looked } from './strangers-in.ts';

export interface Exchange {
  /** The new site's, absolute. */
  readonly folder: string;
  /** Files of the old site, and of the new one, as their manifests name them. */
  readonly before: Iterable<string>;
  readonly after: Iterable<string>;
  /** Files that are in both, by hard links. */
  readonly kept: { readonly has: (path: string) => boolean };
  /** The old site, right before. */
  readonly old: Looked;
  /** What the new one began with; null: nothing. */
  readonly spare: Looked | null;
  /** Milliseconds. */
  readonly now: number;
}

/** Folders in which both sites hold the very same files. */
export function alike({ old, spare }: Pick<Exchange, 'old' | 'spare'>): ReadonlySet<string> {
  return new Set([...old.trusted].filter((folder) => spare?.trusted.has(folder) === true));
}

function isOther({ kept }: Exchange): (path: string) => boolean {
  return (path) => !kept.has(path);
}

function settledMark(path: string, now: number): string | undefined {
  const look = lookAtFolder(path, now);
  return look?.settled === true ? look.mark : undefined;
}

function siteMarks(exchange: Exchange, touched: ReadonlySet<string>): Marks {
  const { folder, after, old, spare, now } = exchange;
  const same = alike(exchange);
  // What others have put there came along.
  const foreign = foldersOf(old.strangers);
  const isOdd = (below: string): boolean => foreign.has(below) || spare?.odd.has(below) === true;
  const markOf = (below: string): string | undefined => {
    if (same.has(below) && !touched.has(below)) return spare?.marks.get(below);
    return isOdd(below) ? undefined : settledMark(`${folder}/${below}`, now);
  };
  const marks = [...foldersOf(after)].flatMap((below) => {
    const mark = markOf(below);
    return mark === undefined ? [] : [[below, mark] as const];
  });
  return new Map(marks);
}

/** The marks of the new site, and of the old one as what the next can begin with. */
export function marksAfter(exchange: Exchange): TreeMarks {
  const { before, after, old } = exchange;
  const others = [...before, ...after].filter(isOther(exchange));
  const touched = foldersOf([...others, ...old.strangers]);
  const spare = new Map([...old.marks].filter(([below]) => !touched.has(below)));
  return { site: siteMarks(exchange, touched), spare };
}
