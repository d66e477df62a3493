/** The rules of TMX 1.4b, from its DTD and its text, as far as a file of ours touches them. */
import { childrenOf, everyElement, type XmlElement } from './xml.ts';

interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The names of the children, in order, a space after each. */
  readonly content: RegExp;
  readonly text?: true;
}

const RULES: Readonly<Record<string, Rule>> = {
  tmx: { required: ['version'], optional: [], content: /^header body $/ },
  header: {
    required: [
      'creationtool',
      'creationtoolversion',
      'segtype',
      'o-tmf',
      'adminlang',
      'srclang',
      'datatype',
    ],
    optional: ['o-encoding', 'creationdate', 'creationid', 'changedate', 'changeid'],
    content: /^((note|prop|ude) )*$/,
  },
  body: { required: [], optional: [], content: /^(tu )*$/ },
  tu: {
    required: [],
    optional: [
      'tuid',
      'srclang',
      'creationdate',
      'creationid',
      'changedate',
      'changeid',
      'segtype',
    ],
    content: /^((note|prop) )*(tuv )+$/,
  },
  tuv: {
    required: ['xml:lang'],
    optional: ['changedate', 'changeid'],
    content: /^((note|prop) )*seg $/,
  },
  prop: { required: ['type'], optional: ['xml:lang'], content: /^$/, text: true },
  seg: { required: [], optional: [], content: /^((bpt|ept|it|ph|hi) )*$/, text: true },
  bpt: { required: ['i'], optional: ['x', 'type'], content: /^(sub )*$/, text: true },
  ept: { required: ['i'], optional: [], content: /^(sub )*$/, text: true },
  ph: { required: [], optional: ['x', 'type', 'assoc'], content: /^(sub )*$/, text: true },
};

function ownFaults(
  { name, attributes, children }: XmlElement,
  elements: readonly XmlElement[],
): string[] {
  const rule = RULES[name];
  if (rule === undefined) return [`there is no element ${name}`];
  const names = Object.keys(attributes);
  const allowed = [...rule.required, ...rule.optional];
  const content = elements.map((child) => `${child.name} `).join('');
  const isBlank = children.every((child) => typeof child !== 'string' || child.trim() === '');
  return [
    ...rule.required
      .filter((each) => !names.includes(each))
      .map((each) => `${name} is without ${each}`),
    ...names.filter((each) => !allowed.includes(each)).map((each) => `${name} has ${each}`),
    ...(rule.content.test(content) ? [] : [`${name} holds ${content}`]),
    ...(rule.text === true || isBlank ? [] : [`${name} holds text`]),
  ];
}

/** Begin and end of a mark have the same number, which no other has, and come in that order. */
function markFaults(seg: XmlElement): string[] {
  const marks = childrenOf(seg).filter(({ name }) => name !== 'ph');
  const numbers = new Set(marks.map(({ attributes }) => attributes['i']));
  return [...numbers].flatMap((number) => {
    const names = marks.filter(({ attributes }) => attributes['i'] === number);
    const order = names.map(({ name }) => name).join(' ');
    return order === 'bpt ept' ? [] : [`the mark ${number} is ${order}`];
  });
}

function valueFaults({ name, attributes }: XmlElement): string[] {
  const dates = ['changedate', 'creationdate'].flatMap((each) => attributes[each] ?? []);
  const wrong = dates.filter((date) => !/^\d{8}T\d{6}Z$/.test(date));
  const segtypes = ['block', 'paragraph', 'sentence', 'phrase'];
  return [
    ...wrong.map((date) => `${date} is no date`),
    ...(name === 'tmx' && attributes['version'] !== '1.4' ? ['the version is not 1.4'] : []),
    ...(name === 'header' && !segtypes.includes(attributes['segtype'] ?? '') ? ['segtype'] : []),
  ];
}

/** Every breach of the rules. */
export function tmxFaults(root: XmlElement): string[] {
  const all = everyElement(root);
  const ids = all.flatMap(({ name, attributes }) => (name === 'tu' ? [attributes['tuid']] : []));
  return [
    ...all.flatMap((element) => [
      ...ownFaults(element, childrenOf(element)),
      ...valueFaults(element),
      ...(element.name === 'seg' ? markFaults(element) : []),
    ]),
    ...(root.name === 'tmx' ? [] : ['it is no tmx']),
    ...(new Set(ids).size === ids.length ? [] : ['two units have one id']),
  ];
}
