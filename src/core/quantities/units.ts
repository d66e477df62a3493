/** Units as quantities of something, so that 5 km and 3.1 miles compare. */

interface Unit {
  readonly of: string;
  /** In the base unit of its dimension; money has none. */
  readonly factor?: number;
  /** Words that leave open which of these they mean. */
  readonly maybe?: readonly string[];
}

/** A length that is said for a speed, and the like. */
const SAID_FOR: Readonly<Record<string, string>> = {
  'km/h': 'km',
  mph: 'mi',
  'm/s': 'm',
  'km/s': 'km',
  kcal: 'cal',
};
const DOLLARS = ['USD', 'HKD', 'AUD', 'CAD', 'SGD', 'TWD', 'NZD'];
const POWERS: readonly (readonly [string, number])[] = [
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
];

function measures(of: string, factors: Readonly<Record<string, number>>): [string, Unit][] {
  return Object.entries(factors).map(([id, factor]) => [id, { of, factor }]);
}

function powersOf(of: string, base: string): [string, Unit][] {
  return POWERS.map(([prefix, factor]) => [`${prefix}${base}`, { of, factor }]);
}

function money(ids: string): [string, Unit][] {
  return ids.split(' ').map((id) => [id, { of: 'money' }]);
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...measures('length', {
    nm: 1e-9,
    μm: 1e-6,
    mm: 0.001,
    cm: 0.01,
    m: 1,
    km: 1000,
    inch: 0.0254,
    ft: 0.3048,
    yd: 0.9144,
    mi: 1609.344,
    nmi: 1852,
    li: 500,
  }),
  ...measures('area', {
    cm2: 1e-4,
    m2: 1,
    km2: 1e6,
    ha: 1e4,
    mu: 2000 / 3,
    acre: 4046.86,
    sqft: 0.092903,
    sqmi: 2.58999e6,
  }),
  ...measures('mass', {
    mg: 1e-6,
    g: 0.001,
    kg: 1,
    t: 1000,
    jin: 0.5,
    lb: 0.453592,
    oz: 0.0283495,
    carat: 0.0002,
  }),
  ...measures('volume', { ml: 0.001, L: 1, m3: 1000, gal: 3.785, bbl: 158.987 }),
  ...measures('time', {
    ms: 0.001,
    s: 1,
    min: 60,
    h: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_629_800,
    year: 31_557_600,
  }),
  ...measures('speed', { 'km/h': 1, mph: 1.609344, 'm/s': 3.6, 'km/s': 3600, kn: 1.852 }),
  ...powersOf('power', 'W'),
  ...powersOf('energy', 'Wh'),
  ...powersOf('frequency', 'Hz'),
  ...powersOf('data', 'B'),
  ...measures('pressure', { hPa: 1, kPa: 10, MPa: 10_000 }),
  ...measures('heat', { cal: 1, kcal: 1000 }),
  ...measures('hp', { hp: 1 }),
  ...measures('light-year', { ly: 1 }),
  ['C', { of: 'temperature' }],
  ['F', { of: 'temperature' }],
  ['degree', { of: 'temperature', maybe: ['C', 'F'] }],
  // 度 is what a kilowatt-hour is called on the bill.
  ['du', { of: 'temperature', maybe: ['C', 'kWh'] }],
  ...money(
    'CNY USD EUR GBP JPY HKD AUD CAD SGD TWD NZD KRW INR RUB CHF BRL MYR THB VND PHP IDR TRY MXN ZAR PKR SEK MOP NOK DKK AED SAR HUF PLN',
  ),
  ['USc', { of: 'money' }],
  ['dollar', { of: 'money', maybe: DOLLARS }],
  ['yuan-or-yen', { of: 'money', maybe: ['CNY', 'JPY'] }],
  // 元 is what a dollar is called where the context is clear.
  ['yuan', { of: 'money', maybe: ['CNY', 'HKD', 'TWD', 'MOP', 'yuan'] }],
  ['pound', { of: 'mass', factor: 0.453592, maybe: ['GBP', 'lb'] }],
]);

/** The units that a word may mean. */
export function candidates(id: string): readonly string[] {
  return UNITS.get(id)?.maybe ?? [id];
}

/** The same unit, as far as the words say. */
export function sameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  const open = UNITS.get(a)?.maybe !== undefined && UNITS.get(b)?.maybe !== undefined;
  // 元 and dollars could both be Hong Kong's, and hardly ever are.
  if (open && [a, b].includes('yuan') && [a, b].includes('dollar')) return false;
  return candidates(a).some((id) => candidates(b).includes(id));
}

/** One word leaves out what the other says: 85 miles for 85 miles an hour. */
export function isShortFor(a: string, b: string): boolean {
  return SAID_FOR[a] === b || SAID_FOR[b] === a;
}

export function isMoney(id: string | undefined): boolean {
  return id !== undefined && candidates(id).some((one) => UNITS.get(one)?.of === 'money');
}

export function dimension(id: string): string {
  return UNITS.get(id)?.of ?? id;
}

function celsius(value: number, unit: string): number {
  return unit === 'F' ? ((value - 32) * 5) / 9 : value;
}

/** Both values in one unit; null where the units measure different things, or money. */
export function converted(
  [value, unit]: readonly [number, string],
  [other, otherUnit]: readonly [number, string],
): readonly [number, number] | null {
  const one = UNITS.get(unit);
  const two = UNITS.get(otherUnit);
  if (one === undefined || two === undefined || one.of !== two.of) return null;
  if (one.of === 'temperature') return [celsius(value, unit), celsius(other, otherUnit)];
  if (one.factor === undefined || two.factor === undefined) return null;
  return [value * one.factor, other * two.factor];
}
