/** The term base as the workspace has it. */
import { UserError } from '../core/errors.ts';
import { TERMS_PATH } from '../core/paths.ts';
import type { Workspace } from '../core/ports.ts';
import type { ReadTerms } from '../terms/term-file.ts';

/** Its text, or in a sentence why there is none to be had. */
async function textOf(workspace: Workspace): Promise<{ text: string; problem: string | null }> {
  try {
    return { text: (await workspace.terms()) ?? '', problem: null };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: '', problem: error.message };
  }
}

/** Everything that is wrong with the file of the term base, a sentence each. */
export async function readTerms(workspace: Workspace): Promise<ReadTerms> {
  const { text, problem } = await textOf(workspace);
  if (problem !== null) return { terms: [], problems: [{ line: 1, message: problem }] };
  // Most of the time there is none, and nothing to be read needs no reader.
  if (text === '') return { terms: [], problems: [] };
  const { parseTerms } = await import('../terms/term-file.ts');
  return parseTerms(text, TERMS_PATH);
}
