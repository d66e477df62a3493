/** The ledger on disk: `ledger.jsonl` in the workspace's state folder, out of `git clean`'s reach. */
import { join } from 'node:path';
import * as v from 'valibot';
import type { EngineFailure, Ledger, LedgerEntry } from '../core/ports.ts';
import { AppendedLines, eachLine, valueOf } from './appended-lines.ts';
import { makeLastingNow } from './atomic-file.ts';
import { fileError } from './text-file.ts';

const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const count = v.pipe(v.number(), v.minValue(0));

const entrySchema = v.variant('type', [
  v.object({
    type: v.literal('sent'),
    id: v.string(),
    at: time,
    run: v.string(),
    engine: v.string(),
    slug: v.string(),
    keys: v.array(v.string()),
    characters: count,
  }),
  v.object({
    type: v.literal('answered'),
    id: v.string(),
    at: time,
    billed: count,
    tokens: v.exactOptional(count),
  }),
  v.object({
    type: v.literal('failed'),
    id: v.string(),
    at: time,
    // A newer version may know more of them.
    failure: v.custom<EngineFailure>((value) => typeof value === 'string'),
    perhapsBilled: v.boolean(),
  }),
]);

/** The ledger of a state folder. Both methods reject with UserError when the file is out of reach. */
export function openLedger(stateFolder: string): Ledger {
  const path = join(stateFolder, 'ledger.jsonl');
  const name = `The ledger ${path}`;
  const lines = new AppendedLines(path, () => makeLastingNow(stateFolder));
  return {
    entries: async () => {
      const entries: LedgerEntry[] = [];
      try {
        await eachLine(path, (line) => {
          const { success, output } = v.safeParse(entrySchema, valueOf(line));
          if (success) entries.push(output);
        });
      } catch (error) {
        throw fileError(error, name, 'read');
      }
      return entries;
    },
    append: async (entry) => {
      try {
        await lines.append([entry]);
      } catch (error) {
        throw fileError(error, name, 'written');
      }
    },
  };
}
