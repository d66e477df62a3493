/** Pairs as one JSON object a line: `{"zh": …, "en": …, "id"?, "source"?}`. */
import { addFields, fieldsOf, type Fields } from './fields.ts';
import { linesOf } from './lines.ts';
import { PairCollector, type ReadPairs } from './model.ts';

function parse(text: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function readJsonl(text: string): ReadPairs {
  const collector = new PairCollector();
  for (const { line, text: row } of linesOf(text)) {
    const fields = parse(row);
    if (fields === null) collector.reject(line, 'pairs.json');
    else addFields(collector, fields, line);
  }
  return collector;
}
