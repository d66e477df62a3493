/** How a site looks: its own parts and its own CSS, where the config names them. */
import { createHash } from 'node:crypto';
import type { Site } from '../editions/edition.ts';
import type { Romanise } from '../editions/parts/lists.ts';
import { ownTheme, THEME_MODULES } from '../editions/theme/own-theme.ts';
import type { OpenWorkspace, Services } from '../services.ts';

/** What of it the pages take, and a name for all of it: another look, other bytes. */
export interface Look extends Pick<Site, 'theme' | 'css' | 'romanise'> {
  readonly hash: string;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

const PINYIN = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;

async function romaniser(): Promise<Romanise> {
  const { pinyin } = await import('pinyin-pro');
  return (text) => pinyin(text, PINYIN).join(' ');
}

/**
 * Reads and runs what the config names; nothing is loaded where it names nothing.
 * @throws UserError with file and line
 */
export async function openLook(services: Services, open: OpenWorkspace): Promise<Look> {
  const { theme, css } = open.config.publish;
  const romanise = await romaniser();
  if (theme === undefined && css === undefined) return { romanise, hash: hashOf(null) };
  const { root } = open.workspace;
  const read = await services.readLook({ root, theme, css, modules: THEME_MODULES });
  return {
    romanise,
    ...(read.theme === null ? {} : { theme: ownTheme(read.theme.exports, read.theme.placeOf) }),
    ...(read.css === null ? {} : { css: read.css }),
    hash: hashOf([read.theme?.sources ?? [], read.css]),
  };
}
