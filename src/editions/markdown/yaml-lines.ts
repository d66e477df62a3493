/** Front matter that every reader of YAML takes the same way: texts are quoted, always. */

export type FrontValue =
  | string
  | number
  | boolean
  | undefined
  | readonly FrontValue[]
  | { readonly [name: string]: FrontValue };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Line ends to YAML 1.1 and what no YAML may hold as it is. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** JSON's escapes are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(
    UNSEEN,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function flow(value: FrontValue): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([name, member]) => `${quoted(name)}: ${flow(member)}`);
  return `{ ${members.join(', ')} }`;
}

/** A day stands as it is: generators want a date there, not a text. */
function line(name: string, value: FrontValue): string {
  const isDay = name === 'date' && typeof value === 'string' && DAY.test(value);
  const key = /^[A-Za-z]\w*$/.test(name) ? name : quoted(name);
  return `${key}: ${isDay ? value : flow(value)}\n`;
}

/** Lines of front matter with their fences. */
export function frontMatter(values: Readonly<Record<string, FrontValue>>): string {
  const lines = Object.entries(values).map(([name, value]) =>
    value === undefined ? '' : line(name, value),
  );
  return `---\n${lines.join('')}---\n`;
}
