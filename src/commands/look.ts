/** How a site looks: its own parts and its own CSS, where the config names them. */
import { later } from '../core/later.ts';
import { nameOf } from '../core/name-of.ts';
import type { Site } from '../editions/edition.ts';
import type { Romanise } from '../editions/parts/lists.ts';
import type { OpenWorkspace, Services } from '../services.ts';

/** What of it the pages take, and a name for all of it: another look, other bytes. */
export interface Look extends Pick<Site, 'theme' | 'css' | 'icon' | 'romanise'> {
  readonly hash: string;
  /** To be awaited before `romanise` is called. */
  readonly ready: () => Promise<void>;
}

function iconFile({ ending, bytes }: { readonly ending: string; readonly bytes: Uint8Array }) {
  return { path: `site-icon.${ending}`, content: bytes };
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
  const { theme, css, icon } = open.config.publish;
  const { call: romanise, ready } = later(romaniser);
  if ([theme, css, icon].every((name) => name === undefined)) {
    return { romanise, ready, hash: nameOf(null) };
  }
  const { ownTheme, THEME_MODULES } = await import('../editions/theme/own-theme.ts');
  const { root } = open.workspace;
  const read = await services.readLook({ root, theme, css, icon, modules: THEME_MODULES });
  return {
    romanise,
    ready,
    ...(read.theme === null ? {} : { theme: ownTheme(read.theme.exports, read.theme.placeOf) }),
    ...(read.css === null ? {} : { css: read.css }),
    ...(read.icon === null ? {} : { icon: iconFile(read.icon) }),
    hash: nameOf([read.theme?.sources ?? [], read.css, read.icon]),
  };
}
