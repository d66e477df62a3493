/** Numbers of characters and money, as Chinese and English readers both group them. */

const grouping = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `1,234,567`. */
export function grouped(count: number): string {
  return grouping.format(count);
}

/** An amount in the currency that the reader thinks in: `12.30`, and `0.0042` below one. */
export function amount(cost: number): string {
  return cost.toFixed(cost < 1 && cost > 0 ? 4 : 2);
}
