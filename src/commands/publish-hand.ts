/** What another thread does for `publish`: judges articles, decides on them and renders those that are going. */
import type { StagingPlace } from '../core/site-folder.ts';
import type { Services } from '../services.ts';
import type { Work } from './jobs.ts';
import { makeArticle, type MadeArticle } from './publish-article.ts';
import { judgeCase, outgoingOf, type Case, type Judgement } from './publish-judge.ts';
import { Planner, type Decision } from './publish-plan.ts';
import type { Occasion } from './publish-record.ts';
import { siteSetting, type SiteWish } from './publish-setting.ts';

/** What all articles of a run have in common. Plain data. */
export interface PublishOrder {
  readonly wish: SiteWish;
  readonly occasion: Omit<Occasion, 'by'>;
  /** Slugs that may have a page in the end. */
  readonly likely: ReadonlySet<string>;
  readonly place: StagingPlace;
}

/** What became of an article. Plain data. */
export interface DoneArticle {
  readonly judgement: Judgement;
  readonly decision: Decision;
  /** null: it is not going. */
  readonly made: MadeArticle | null;
}

/** Opens the workspace anew and gets ready. Throws UserError as `publish` itself does. */
export async function openPublishWork(services: Services, raw: unknown): Promise<Work> {
  const { wish, occasion, likely, place } = raw as PublishOrder;
  const open = await services.openWorkspace();
  const press = await services.openPress(open.workspace);
  const { options, extras, judging } = await siteSetting(services, open, wish);
  const by = (): string => services.user;
  const histories = new Map();
  const planner = new Planner({
    press,
    judging,
    occasion: { ...occasion, by },
    all: [],
    histories,
  });
  const { put } = press.openPlace(place);
  const maker = { options, extras, open: outgoingOf(judging), put };
  return async (task): Promise<DoneArticle> => {
    const own = task as Case;
    const judgement = await judgeCase(own, judging);
    const decision = await planner.decide(own.slug, judgement);
    const { going } = decision;
    const made = going === null ? null : await makeArticle(own.slug, going, likely, maker);
    return { judgement, decision, made };
  };
}
