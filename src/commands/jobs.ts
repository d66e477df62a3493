/** What other threads can be given to do. */
import type { Job } from '../core/hands.ts';
import type { Services } from '../services.ts';

/** Does one task after the other. Throws what the caller is to be told. */
export type Work = (task: unknown) => Promise<unknown>;

/** Gets ready for a job. Throws as the work does. */
export async function openJob(services: Services, { order }: Job): Promise<Work> {
  const { openPublishWork } = await import('./publish-hand.ts');
  return openPublishWork(services, order);
}
