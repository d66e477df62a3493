/** A site's own parts, as a module exports them: known names, functions, trees that can be written. */
import { UserError } from '../../core/errors.ts';
import { nearest } from '../../core/nearest.ts';
import type { Child } from '../html/element.ts';
import type { Theme } from './parts.ts';
import { Fragment, jsx } from './jsx.ts';
import { DEFAULT_THEME } from './theme.ts';

/** What a theme may import by name. */
export const THEME_MODULES: Readonly<Record<string, unknown>> = {
  'duizhao/jsx-runtime': { jsx, jsxs: jsx, Fragment },
  'duizhao/theme': { parts: DEFAULT_THEME },
};

/** Says where in a file an error came up, as `file:line`. */
export type PlaceOf = (error: unknown) => string;

const NODES: ReadonlySet<unknown> = new Set(['element', 'text', 'comment']);

/** What a part gave back that is nothing a page can hold; null when all is well. */
function fault(child: unknown): string | null {
  if (child === null || ['undefined', 'boolean', 'string', 'number'].includes(typeof child)) {
    return null;
  }
  if (Array.isArray(child)) return child.map(fault).find((each) => each !== null) ?? null;
  if (typeof child !== 'object') return `a ${typeof child}`;
  const { type, children } = child as { readonly type?: unknown; readonly children?: unknown };
  if (!NODES.has(type)) return `an object that is no element (${Object.keys(child).join(', ')})`;
  return type === 'element' ? fault(children) : null;
}

type Part = (props: never) => Child;

function guarded(name: string, part: Part, placeOf: PlaceOf): Part {
  return (props) => {
    let child: Child;
    try {
      child = part(props);
    } catch (error) {
      if (error instanceof UserError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new UserError(`${placeOf(error)}: the part "${name}" failed: ${message}.`);
    }
    const found = fault(child);
    if (found === null) return child;
    throw new UserError(`${placeOf(null)}: the part "${name}" gave back ${found}.`);
  };
}

/**
 * The parts that a module exports.
 * @throws UserError for a name that no part has, or that is no function; its parts throw one when they
 *   fail, or give back what no page can hold
 */
export function ownTheme(
  exports: Readonly<Record<string, unknown>>,
  placeOf: PlaceOf,
): Partial<Theme> {
  const names = Object.keys(DEFAULT_THEME);
  const parts = Object.entries(exports).map(([name, part]) => {
    if (!names.includes(name)) {
      const guess = nearest(name, names);
      const advice =
        guess === null ? `the parts are ${names.join(', ')}.` : `did you mean "${guess}"?`;
      throw new UserError(`${placeOf(null)}: no part is called "${name}": ${advice}`);
    }
    if (typeof part !== 'function') {
      throw new UserError(`${placeOf(null)}: the part "${name}" is no function.`);
    }
    return [name, guarded(name, part as Part, placeOf)];
  });
  return Object.fromEntries(parts) as Partial<Theme>;
}
