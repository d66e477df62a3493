/** All commands, in the order in which help lists them. A new one is one file and one line. */
import type { CommandEntry } from './command.ts';

export const COMMANDS = [
  { name: 'init', brief: 'command.init', load: () => import('./init.ts') },
  { name: 'add', brief: 'command.add', load: () => import('./add.ts') },
  { name: 'status', brief: 'command.status', load: () => import('./status.ts') },
  {
    name: 'segments',
    brief: 'command.segments',
    load: () => import('./segments.ts'),
    ownLang: true,
  },
  { name: 'sync', brief: 'command.sync', load: () => import('./sync.ts') },
  { name: 'translate', brief: 'command.translate', load: () => import('./translate.ts') },
  { name: 'terms', brief: 'command.terms', load: () => import('./terms.ts') },
  { name: 'usage', brief: 'command.usage', load: () => import('./usage.ts') },
  { name: 'review', brief: 'command.review', load: () => import('./review.ts') },
  { name: 'check', brief: 'command.check', load: () => import('./check.ts') },
  { name: 'checks', brief: 'command.checks', load: () => import('./checks.ts') },
  { name: 'preview', brief: 'command.preview', load: () => import('./preview.ts') },
  { name: 'publish', brief: 'command.publish', load: () => import('./publish.ts') },
  {
    name: 'merge-driver',
    brief: 'command.mergeDriver',
    load: () => import('./merge-driver.ts'),
  },
] as const satisfies readonly CommandEntry[];
