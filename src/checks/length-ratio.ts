import type { Hit, PairView, WorkspaceCheck } from './check.ts';
import { lengthOf } from './language/length.ts';

/** Fewer pairs show nothing of a workspace's ways. */
const LEAST_PAIRS = 50;
/** In robust deviations. */
const ODD = 4;
/** The median of the absolute deviations of a normal distribution, to its standard deviation. */
const MAD = 1.4826;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

interface Measured {
  readonly index: number;
  readonly odd: number;
}

function measured(view: PairView, index: number): Measured[] {
  const { odd } = lengthOf(view);
  return odd === 0 ? [] : [{ index, odd }];
}

/** Those that are far from the middle of their own kind. */
function outliers(all: readonly Measured[]): [number, Hit[]][] {
  if (all.length < LEAST_PAIRS) return [];
  const middle = median(all.map(({ odd }) => odd));
  const spread = Math.max(0.5, MAD * median(all.map(({ odd }) => Math.abs(odd - middle))));
  return all
    .filter(({ odd }) => Math.abs(odd - middle) > ODD * spread)
    .map(({ index, odd }) => [index, [{ values: { side: odd > middle ? 'zh' : 'en' } }]]);
}

/** A pair whose lengths are unlike those of all other pairs of the workspace in its direction. */
export const lengthRatio: WorkspaceCheck = {
  id: 'length.ratio',
  severity: 'warning',
  group: 'meaning',
  scope: 'workspace',
  run: (pairs) => {
    const byDirection = Map.groupBy(pairs.keys(), (index) => pairs[index]?.view.source);
    const groups = [...byDirection.values()].map((indexes) =>
      indexes.flatMap((index) => {
        const view = pairs[index]?.view;
        return view === undefined ? [] : measured(view, index);
      }),
    );
    return new Map(groups.flatMap(outliers));
  },
};
