/** Which sentence of the interface names a thing. */
import type { MessageKey } from '../core/messages.ts';
import type { Lang, Status } from '../core/model.ts';
import type { Mode } from './action.ts';
import type { View as Edition } from '../editions/edition.ts';
import type { JobName } from './job.ts';
import type { ArticleOrder } from './order.ts';
import type { Filter } from './state.ts';

const STATUS: Readonly<Record<Status, MessageKey>> = {
  reviewed: 'review.status.reviewed',
  changed: 'review.status.changed',
  conflict: 'review.status.conflict',
  stale: 'review.status.stale',
  draft: 'review.status.draft',
  untranslated: 'review.status.untranslated',
  omitted: 'review.status.omitted',
  untranslatable: 'review.status.untranslatable',
};

const LANG: Readonly<Record<Lang, MessageKey>> = { zh: 'review.lang.zh', en: 'review.lang.en' };

const MODE: Readonly<Record<Mode, MessageKey>> = {
  articles: 'review.help.articles',
  list: 'review.help.list',
  edit: 'review.help.edit',
  menu: 'review.help.menu',
  prompt: 'review.help.prompt',
  pick: 'review.help.pick',
  help: 'review.help.title',
  halt: 'review.gone.title',
  preview: 'review.help.preview',
};

/** The word for a status. */
export function statusLabel(status: Status): MessageKey {
  return STATUS[status];
}

/** The word for what a filter shows. */
export function filterLabel(filter: Filter): MessageKey {
  if (filter === 'all') return 'review.filter.all';
  return filter === 'open' ? 'review.filter.open' : STATUS[filter];
}

/** A language's name. */
export function langLabel(lang: Lang): MessageKey {
  return LANG[lang];
}

/** Where a group of keys works. */
export function modeLabel(mode: Mode): MessageKey {
  return MODE[mode];
}

const ORDER: Readonly<Record<ArticleOrder, MessageKey>> = {
  name: 'review.order.name',
  date: 'review.order.date',
  left: 'review.order.left',
  findings: 'review.order.findings',
};

const JOB: Readonly<Record<JobName, MessageKey>> = {
  translate: 'review.job.translate',
  check: 'review.job.check',
  publish: 'review.job.publish',
};

const EDITION: Readonly<Record<Edition, MessageKey>> = {
  ...LANG,
  bilingual: 'review.preview.both',
};

/** What articles are sorted by. */
export function orderLabel(order: ArticleOrder): MessageKey {
  return ORDER[order];
}

/** What a job does. */
export function jobLabel(job: JobName): MessageKey {
  return JOB[job];
}

/** The name of an edition. */
export function editionLabel(edition: Edition): MessageKey {
  return EDITION[edition];
}
