/** A thread of the program: does tasks, one after the other, that another thread gives it (see io/hands.ts). */
import type { MessagePort } from 'node:worker_threads';
import { openJob } from './commands/jobs.ts';
import { UserError } from './core/errors.ts';
import type { Host } from './host.ts';
import { createTranslate } from './interface.ts';
import type { HandAnswer, HandSetting, HandTask } from './io/hands.ts';
import { createServices } from './services.ts';

function failure(error: unknown): { readonly message: string; readonly user: boolean } {
  if (error instanceof UserError) return { message: error.message, user: true };
  return {
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    user: false,
  };
}

/** Works until the thread is ended. */
export async function serve(host: Host, port: MessagePort, setting: unknown): Promise<void> {
  const { job, lang } = setting as HandSetting;
  const services = createServices(host, await createTranslate(lang), lang);
  const work = openJob(services, job);
  let before: Promise<unknown> = work.catch(() => null);
  const answer = async ({ id, task }: HandTask): Promise<HandAnswer> => {
    try {
      return { id, result: await (await work)(task) };
    } catch (error) {
      return { id, error: failure(error) };
    }
  };
  port.on('message', (task: HandTask) => {
    before = before.then(() => answer(task)).then((said) => port.postMessage(said));
  });
}
