/** Commands as jobs of the review: the same work, what they say and ask goes to its screen. */
import { UserError } from '../core/errors.ts';
import type { Workspace } from '../core/ports.ts';
import type { JobName } from '../review/job.ts';
import type { OpenWorkspace, ReviewRequest, Services } from '../services.ts';
import type { CommandModule } from './command.ts';

type StartJob = ReviewRequest['startJob'];
type Contact = Parameters<StartJob>[2];

interface JobCommand {
  readonly load: () => Promise<{ readonly command: CommandModule }>;
  readonly flags: Readonly<Record<string, unknown>>;
}

const COMMANDS: Readonly<Record<JobName, JobCommand>> = {
  translate: {
    load: () => import('./translate.ts'),
    flags: { dryRun: false, yes: false, json: false },
  },
  check: {
    load: () => import('./check.ts'),
    flags: { json: false, strict: false, fix: false, stage: 'publish' },
  },
  publish: {
    load: () => import('./publish.ts'),
    flags: { drafts: false, clean: false, json: false },
  },
};

/** What a progress line may take in the review's panel, beside its own bar. */
const PROGRESS_WIDTH = 56;

/** A question as a terminal asks it ends with its answers: the review has its own. */
function bare(question: string): string {
  return question.replace(/\s*\[[^\]]*\]\s*$/, '');
}

/** Called with each article that a command looks at. */
type Look = (slug: string) => void;

/** The workspace as it is, watched at what it is asked for. */
function watched(workspace: Workspace, look: Look): Workspace {
  return new Proxy(workspace, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        if (name === 'open' || name === 'fingerprint') look(String(args[0]));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** How many of the articles have been looked at; it is also where a job that is to stop does. */
async function lookFor(
  { t }: Services,
  { workspace }: OpenWorkspace,
  slugs: readonly string[],
  { signal, progress }: Contact,
): Promise<Look> {
  const total = slugs.length === 0 ? (await workspace.slugs()).length : slugs.length;
  const seen = new Set<string>();
  return (slug) => {
    if (signal.aborted) throw new UserError(t('review.job.cancelled'));
    seen.add(slug);
    progress({ text: slug, done: Math.min(seen.size, total), total });
  };
}

/** The services with the review's screen in the place of the terminal. */
function servicesFor(services: Services, open: OpenWorkspace, contact: Contact): Services {
  const { note, signal } = contact;
  const progress: Services['progress'] = {
    width: PROGRESS_WIDTH,
    show: (text, figures) => {
      contact.progress({ text, done: figures?.done ?? null, total: figures?.total ?? null });
    },
    // That Ctrl-C stops it at once holds in a terminal of its own only.
    note: (line) => (signal.aborted ? undefined : note(line)),
    clear: () => undefined,
  };
  const own: Partial<Services> = {
    note,
    signal,
    progress,
    isTerminal: true,
    isStyled: false,
    ask: (question) => contact.ask(bare(question)),
    openWorkspace: () => Promise.resolve(open),
  };
  // Some services are made when they are first asked for: they are inherited, not copied.
  return Object.create(services, Object.getOwnPropertyDescriptors(own)) as Services;
}

/** Publishing takes the place of what stands: it is asked for twice. */
async function isWanted(
  job: JobName,
  { t }: Services,
  { config }: OpenWorkspace,
  { ask }: Contact,
): Promise<boolean> {
  return job !== 'publish' || ask(t('review.job.askPublish', { folder: config.publish.folder }));
}

/** Starts jobs on the workspace that the review has open. */
export function jobStarter(services: Services, open: OpenWorkspace): StartJob {
  return async (job, slugs, contact) => {
    const { load, flags } = COMMANDS[job];
    if (!(await isWanted(job, services, open, contact))) {
      return { output: services.t('review.job.declined'), exitCode: 0 };
    }
    const { command } = await load();
    const look = await lookFor(services, open, slugs, contact);
    const own = { ...open, workspace: watched(open.workspace, look) };
    return command.run(servicesFor(services, own, contact), flags, slugs);
  };
}
