import type { Workspace } from '../core/ports.ts';
import { syncOperations } from '../core/sync.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { defineCommand } from './command.ts';
import { chooseSlugs, slugArguments } from './slugs.ts';

type Flags = { readonly json: boolean };

interface Synced {
  readonly slug: string;
  /** Approvals kept by the config's policy. */
  readonly kept: number;
  /** Pairs without a segment, moved to the review file. */
  readonly orphaned: number;
  /** Changed segments whose text was remembered. */
  readonly matched: number;
}

async function syncOne(
  services: Services,
  { config, workspace }: OpenWorkspace,
  slug: string,
): Promise<Synced> {
  const state = await workspace.open(slug);
  const stamp = { at: services.clock().toISOString(), by: services.user };
  const operations = syncOperations(state, config.changes, stamp);
  const orphaned = [...state.orphans.values()].filter((orphan) => !orphan.stored).length;
  if (operations.length > 0) await workspace.commit(slug, operations);
  const kept = operations.filter((operation) => operation.type === 'sign-off').length;
  return { slug, kept, orphaned, matched: operations.length - kept - orphaned };
}

async function syncAll(
  services: Services,
  open: OpenWorkspace & { readonly workspace: Workspace },
  slugs: readonly string[],
): Promise<Synced[]> {
  const done: Synced[] = [];
  for (const slug of slugs) done.push(await syncOne(services, open, slug));
  return done;
}

export const command = defineCommand<Flags, string[]>({
  parameters: (t) => ({
    flags: { json: { kind: 'boolean', brief: t('flag.json'), default: false } },
    positional: slugArguments(t),
  }),
  run: async (services, flags, args) => {
    const open = await services.openWorkspace();
    const articles = await syncAll(services, open, await chooseSlugs(open.workspace, args));
    if (flags.json) return { output: `${JSON.stringify({ articles }, null, 2)}\n`, exitCode: 0 };
    const lines = articles.map((synced) => services.t('sync.article', { ...synced }));
    return { output: lines.map((line) => `${line}\n`).join(''), exitCode: 0 };
  },
});
