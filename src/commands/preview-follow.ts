/** A preview's site as the config, the term base and the files of its look say today. */
import { UserError } from '../core/errors.ts';
import type { PreviewAnswer } from '../core/preview.ts';
import { editionOptions } from '../editions/edition.ts';
import type { OpenWorkspace, Services } from '../services.ts';
import { openLook } from './look.ts';
import { PreviewSite } from './preview-site.ts';
import { siteExtras } from './publish-also.ts';

/** Its links stay on this server, and it has nothing besides the pages. */
async function openSite(services: Services, open: OpenWorkspace): Promise<PreviewSite> {
  const { config, workspace } = open;
  const publish = { ...config.publish, also: [] };
  const extras = await siteExtras(services, { workspace, config: { ...config, publish } });
  await extras.ready();
  const { url: _, ...options } = editionOptions(config, true);
  return new PreviewSite({
    workspace,
    press: await services.openPress(workspace),
    options,
    extras,
    stale: config.publish.stale,
    signOffs: config.signOffs,
    t: services.t,
    lang: services.lang,
  });
}

/** Changes with all that `openSite` reads besides articles; what is wrong with it is as good a name. */
async function stampOf(services: Services, open: OpenWorkspace): Promise<string> {
  try {
    const config = (await services.findConfig()) ?? open.config;
    const { workspace } = open;
    const { hash } = await openLook(services, { workspace, config });
    return JSON.stringify([config, await workspace.terms(), hash]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}

export class FollowedSite {
  private readonly services: Services;
  private readonly open: OpenWorkspace;
  private site: PreviewSite;
  private stamp: string;

  private constructor(services: Services, open: OpenWorkspace, site: PreviewSite, stamp: string) {
    this.services = services;
    this.open = open;
    this.site = site;
    this.stamp = stamp;
  }

  /** @throws UserError when the config or what it names cannot be used */
  static async open(services: Services, open: OpenWorkspace): Promise<FollowedSite> {
    const stamp = await stampOf(services, open);
    return new FollowedSite(services, open, await openSite(services, open), stamp);
  }

  answer(path: string): Promise<PreviewAnswer> {
    return this.site.answer(path);
  }

  /** Forgets what was rendered of these articles, or of all. */
  drop(slugs: readonly string[] | null): void {
    this.site.drop(slugs);
  }

  /** Looks at it all again; true: pages are others now, or say what has to be mended first. */
  async look(): Promise<boolean> {
    const stamp = await stampOf(this.services, this.open);
    if (stamp === this.stamp) return false;
    this.stamp = stamp;
    try {
      this.site = await openSite(this.services, await this.services.openWorkspace());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.site.fail(error.message);
    }
    return true;
  }
}
