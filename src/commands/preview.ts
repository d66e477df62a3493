/** `duizhao preview`: the site on this machine, with everything in it, as it is being worked on. */
import type { PreviewServer } from '../core/preview.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { defineCommand, type CommandResult } from './command.ts';
import { FollowedSite } from './preview-follow.ts';
import { chooseSlugs } from './slugs.ts';

type Flags = {
  readonly host: string;
  readonly port?: number;
};

function parsePort(word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  if (port < 1 || port > 65_535) throw new Error('expected a number from 1 to 65535');
  return port;
}

function parseHost(word: string): string {
  if (!/^[\w.:-]+$/.test(word)) throw new Error('expected a name or an address of this machine');
  return word;
}

/** How often config, term base and look are looked at, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/** Resolves when the user has had enough. */
async function untilStopped(
  { signal, sleep }: Services,
  site: FollowedSite,
  server: PreviewServer,
): Promise<void> {
  while (!signal.aborted) {
    if (await site.look()) server.tell(null);
    await sleep(LOOK_EVERY_MS, signal);
  }
}

async function serve(services: Services, open: OpenWorkspace, flags: Flags, slug?: string) {
  const { paths } = open.config.publish;
  const site = await FollowedSite.open(services, open);
  const { host, port = null } = flags;
  const answer = (path: string) => site.answer(path);
  const server: PreviewServer = await services.openPreviewServer({ host, port, answer });
  const stop = open.workspace.watch((slugs) => {
    site.drop(slugs);
    server.tell(slugs);
  });
  try {
    const below = slug === undefined ? '' : `${paths.bilingual}/${slug}/`;
    services.note(services.t('preview.running', { address: server.address + below }));
    await untilStopped(services, site, server);
  } finally {
    stop();
    await server.close();
  }
}

async function preview(
  services: Services,
  flags: Flags,
  [slug]: readonly (string | undefined)[],
): Promise<CommandResult> {
  const open = await services.openWorkspace();
  if (slug !== undefined) await chooseSlugs(open.workspace, [slug]);
  await serve(services, open, flags, slug);
  return { output: '', exitCode: 0 };
}

export const command = defineCommand<Flags, [string?]>({
  parameters: (t) => ({
    flags: {
      host: {
        kind: 'parsed',
        parse: parseHost,
        brief: t('command.preview.host'),
        placeholder: 'address',
        default: '127.0.0.1',
      },
      port: {
        kind: 'parsed',
        parse: parsePort,
        brief: t('command.preview.port'),
        placeholder: 'number',
        optional: true,
      },
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          brief: t('command.preview.slug'),
          parse: String,
          placeholder: 'slug',
          optional: true,
        },
      ],
    },
  }),
  run: preview,
});
