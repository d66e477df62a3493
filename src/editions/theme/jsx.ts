/** What JSX in a theme becomes: elements as values. HTML's own names of attributes are taken as they are. */
import type { Properties } from 'hast';
import { element, nodesOf, type Child } from '../html/element.ts';

type Component = (props: Readonly<Record<string, unknown>>) => Child;

function isPlain(value: unknown): value is string | number | boolean | null | undefined {
  return value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}

function property(name: string, value: unknown): Properties[string] {
  if (isPlain(value)) return value;
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  throw new Error(`the attribute "${name}" is neither a text nor a number nor true or false`);
}

function propertiesOf(props: Readonly<Record<string, unknown>>): Properties {
  const named = Object.entries(props).filter(([name]) => name !== 'children' && name !== 'key');
  return Object.fromEntries(
    named.map(([name, value]) => [name === 'class' ? 'className' : name, property(name, value)]),
  );
}

/** An element, or what a component makes of its properties. */
export function jsx(type: string | Component, props: Readonly<Record<string, unknown>>): Child {
  if (typeof type === 'function') return type(props);
  return element(type, propertiesOf(props), ...nodesOf(props['children'] as Child));
}

/** Several things side by side. */
export function Fragment({ children }: { readonly children?: Child }): Child {
  return children;
}
