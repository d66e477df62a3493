/** What config and flags make of a site: the same for whoever renders a part of it. */
import type { AlsoName } from '../core/also.ts';
import type { FlavourName } from '../core/flavours.ts';
import { editionOptions, type EditionOptions } from '../editions/edition.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { nameSetting } from './check-setting.ts';
import { flavourExtras, siteExtras, type SiteExtras } from './publish-also.ts';
import { inTurn, type JudgeSetting } from './publish-judge.ts';

/** What the flags say of the site. Plain data. */
export interface SiteWish {
  readonly drafts: boolean;
  /** Besides what the config names. */
  readonly also: readonly AlsoName[];
  /** Markdown for this generator in the place of the site; null: pages. */
  readonly format: FlavourName | null;
}

export interface SiteSetting {
  readonly options: EditionOptions;
  readonly extras: SiteExtras;
  readonly judging: JudgeSetting;
}

/** Throws UserError for a config, a theme or a machine that does not allow it. */
export async function siteSetting(
  services: Services,
  open: OpenWorkspace,
  { drafts, also, format }: SiteWish,
): Promise<SiteSetting> {
  const { config, workspace } = open;
  const options = editionOptions(config, drafts);
  return {
    options,
    extras: await (format === null ? siteExtras(services, open, also) : flavourExtras(format)),
    judging: {
      workspace,
      open: inTurn(workspace),
      checks: await nameSetting(services, open),
      options,
      stale: config.publish.stale,
      signOffs: config.signOffs,
      version: services.version,
    },
  };
}
