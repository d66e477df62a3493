import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

export interface Environment {
  readonly [name: string]: string | undefined;
}

function stateHome(environment: Environment): string {
  const named = environment['DUIZHAO_STATE'] ?? '';
  if (named !== '') return named;
  const base = environment['XDG_STATE_HOME'] ?? '';
  if (base.startsWith('/')) return join(base, 'duizhao');
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? '.';
  return join(home, '.local', 'state', 'duizhao');
}

/**
 * The folder for a workspace's journal, outside of the workspace: what `git clean` removes may not
 * hold work that exists nowhere else. DUIZHAO_STATE, else the XDG state folder, by workspace.
 * It is not made here: who only reads leaves no traces.
 */
export async function stateFolder(root: string, environment: Environment): Promise<string> {
  const id = createHash('sha256')
    .update(await realpath(root))
    .digest('hex')
    .slice(0, 16);
  return join(stateHome(environment), id);
}
