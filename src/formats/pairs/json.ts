/** Pairs in one JSON document: a list of `{"zh": …, "en": …, "id"?, "source"?}`, or an object that holds one. */
import { findNodeAtLocation, getNodeValue, parseTree, type Node } from 'jsonc-parser';
import { UserError } from '../../core/errors.ts';
import { addFields, fieldsOf } from './fields.ts';
import { PairCollector, type ReadPairs } from './model.ts';

/** The fields under which documents keep their list. */
const LISTS = ['pairs', 'segments', 'units', 'data'];

function listOf(root: Node | undefined): Node | undefined {
  if (root === undefined || root.type === 'array') return root;
  const lists = LISTS.map((name) => findNodeAtLocation(root, [name]));
  return lists.find((node) => node?.type === 'array');
}

/** Offsets that come in rising order as lines, 1-based. */
function lineTeller(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset;) {
      [line, at] = [line + 1, next + 1];
      next = text.indexOf('\n', at);
    }
    return line;
  };
}

/** @throws UserError when it is no JSON, or holds no list of pairs */
export function readJsonPairs(given: string, file: string): ReadPairs {
  const text = given.replace(/^\uFEFF/, '');
  const root = isJson(text) ? parseTree(text) : undefined;
  const list = listOf(root);
  if (list === undefined) {
    throw new UserError(
      `${file}: expected JSON with a list of pairs, such as {"pairs": [{"zh": "…", "en": "…"}]}.`,
    );
  }
  const collector = new PairCollector();
  const lineOf = lineTeller(text);
  for (const entry of list.children ?? []) {
    const line = lineOf(entry.offset);
    const fields = fieldsOf(getNodeValue(entry));
    if (fields === null) collector.reject(line, 'pairs.json');
    else addFields(collector, fields, line);
  }
  return collector;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
/** Real files have three levels; the library calls itself for each. */
const MAX_DEPTH = 64;

function isShallow(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return false;
  }
  return true;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return isShallow(text);
  } catch {
    return false;
  }
}
