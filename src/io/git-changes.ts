/** What has changed in a folder of a clone since a commit. */
import { execFileSync } from 'node:child_process';
import { UserError } from '../core/errors.ts';
import { visibleLine } from '../core/safe-text.ts';

const MOST_BYTES = 64_000_000;

/** git's output; null when it fails or is not there. No argument that begins with `-` comes from a user. */
function git(cwd: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync('git', args, {
      cwd,
      timeout: 30_000,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

/** The commit that a name stands for, or null. */
function commitOf(cwd: string, name: string): string | null {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  return git(cwd, ...args)?.trim() ?? null;
}

const USUAL_BRANCHES = ['origin/main', 'origin/master', 'main', 'master'];

/** Where this branch left the default branch; null where there is none to be seen. */
function mergeBase(cwd: string): { readonly name: string; readonly commit: string } | null {
  const head = git(cwd, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')?.trim();
  const names = head === undefined ? USUAL_BRANCHES : [head, ...USUAL_BRANCHES];
  const name = names.find((branch) => commitOf(cwd, branch) !== null);
  if (name === undefined) return null;
  const commit = git(cwd, 'merge-base', 'HEAD', name)?.trim() ?? null;
  return commit === null ? null : { name, commit };
}

interface Since {
  readonly name: string;
  readonly commit: string;
}

/** The merge base with the default branch, else HEAD. A shallow clone cannot tell, and may not say "nothing". */
function usualStart(cwd: string): Since {
  const base = mergeBase(cwd);
  if (base !== null) return base;
  if (git(cwd, 'rev-parse', '--is-shallow-repository')?.trim() === 'true') {
    throw new UserError(
      '--changed: this clone is too shallow to find its default branch: fetch all of it (`fetch-depth: 0`), or name a commit.',
    );
  }
  const commit = commitOf(cwd, 'HEAD');
  if (commit === null) throw new UserError('--changed: there is no commit yet to compare with.');
  return { name: 'HEAD', commit };
}

function namedStart(cwd: string, ref: string): Since {
  const commit = ref.startsWith('-') ? null : commitOf(cwd, ref);
  if (commit !== null) return { name: ref, commit };
  throw new UserError(`--changed: git knows no commit "${visibleLine(ref)}" here.`);
}

function pathsIn(output: string | null): string[] {
  if (output === null) throw new UserError('--changed: git could not say what has changed.');
  return output.split('\0').filter((path) => path !== '');
}

/** What changed since when. */
export interface Changes {
  /** The branch or commit compared with, as a name for people. */
  readonly since: string;
  /** Relative to the folder, with forward slashes: what differs from it, uncommitted and new files too. */
  readonly paths: readonly string[];
}

/**
 * Paths below a folder that differ from a commit.
 * @param ref names a commit; '' stands for where this branch left the default branch
 * @throws UserError outside of a clone, without git, and for a name that git does not know
 */
export function changedPaths(folder: string, ref: string): Changes {
  if (git(folder, 'rev-parse', '--is-inside-work-tree')?.trim() !== 'true') {
    throw new UserError('--changed: this folder is in no git repository, or git is not installed.');
  }
  const { name, commit } = ref === '' ? usualStart(folder) : namedStart(folder, ref);
  const flags = ['--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative'];
  const differing = pathsIn(git(folder, 'diff', ...flags, commit, '--', '.'));
  const fresh = pathsIn(git(folder, 'ls-files', '--others', '--exclude-standard', '-z', '--', '.'));
  return { since: name, paths: [...new Set([...differing, ...fresh])].sort() };
}

/** From the repository's top to a folder in it, `` or `newsroom/`; `` outside of one. */
export function repositoryPrefix(folder: string): string {
  return git(folder, 'rev-parse', '--show-prefix')?.replace(/\n$/, '') ?? '';
}
