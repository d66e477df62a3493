/** Undo of what was said of findings. */
import type { Dismissal } from './model.ts';
import type { DismissOperation, Operation, UndismissOperation } from './operations.ts';
import type { ArticleState } from './state.ts';

interface Taken {
  readonly before: ArticleState;
  readonly now: ArticleState;
  readonly at: string;
  readonly by: string;
}

interface Operations {
  readonly operations: readonly Operation[];
}

type Named = Pick<Dismissal, 'check' | 'texts'>;

/** What holds in an article, whatever the day. */
function standing(state: ArticleState, key: string, { check, texts }: Named): Dismissal[] {
  return (state.records.get(key)?.dismissed ?? []).filter(
    (entry) => entry.check === check && entry.texts === texts && entry.withdrawn === undefined,
  );
}

/** It is taken back; what had been said before it holds again. */
export function dismissBack(op: DismissOperation, taken: Taken): Operations {
  const { key, check, texts } = op;
  const { before, now, at, by } = taken;
  const isThere = standing(now, key, op).some((entry) => entry.at === op.at && entry.by === op.by);
  if (!isThere) return { operations: [] };
  const others = standing(before, key, op).filter(({ at: time }) => time !== op.at);
  return {
    operations: [
      { type: 'undismiss', key, at, by, check, texts },
      ...others.map(({ reason, until }) => again({ key, check, texts, reason, until }, taken)),
    ],
  };
}

interface Said extends Named {
  readonly key: string;
  readonly reason: string;
  readonly until: string | undefined;
}

function again({ until, ...said }: Said, { at, by }: Taken): Operation {
  return { type: 'dismiss', ...said, at, by, ...(until === undefined ? {} : { until }) };
}

/** What held before it was taken back is said again. */
export function dismissAgain(op: UndismissOperation, taken: Taken): Operations {
  const { key, check, texts } = op;
  if (standing(taken.now, key, op).length > 0) return { operations: [] };
  const operations = standing(taken.before, key, op).map(({ reason, until }) =>
    again({ key, check, texts, reason, until }, taken),
  );
  return { operations };
}
