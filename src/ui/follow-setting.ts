/** Notices that the workspace wants other checks than it did: its config, its term base, the day. */
import { UserError } from '../core/errors.ts';
import type { CheckSetting } from '../checks/setting.ts';
import type { Send } from '../review/program.ts';

/** Two small files are read so often. */
const LOOK_EVERY_MS = 2000;

export interface FollowParts {
  /** Changes whenever the setting does. */
  readonly stamp: () => Promise<string>;
  readonly read: () => Promise<CheckSetting>;
  /** Called before a new setting is told. */
  readonly changed: () => void;
  readonly tell: Send;
  readonly crash: (error: unknown) => void;
  readonly everyMs?: number;
}

/** Tells each new setting, from now on. @returns the way to stop */
export function followSetting(parts: FollowParts): () => void {
  const { stamp, read, changed, tell, crash, everyMs = LOOK_EVERY_MS } = parts;
  let known: string | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const now = await stamp();
    if (known !== null && now !== known) {
      const checks = await read();
      if (isStopped) return;
      changed();
      tell({ type: 'setting', checks });
    }
    known = now;
  }

  async function keepLooking(): Promise<void> {
    try {
      await look();
    } catch (error) {
      // A file that is being written: what held before holds on.
      if (!(error instanceof UserError)) throw error;
    }
    if (isStopped) return;
    timer = setTimeout(again, everyMs);
    timer.unref();
  }

  function again(): void {
    keepLooking().catch(crash);
  }

  again();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
