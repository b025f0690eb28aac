/** What the bundle of the command line offers to the programs that load it. */
import type { WorkerResult, WorkerTask } from './pool';

export { main } from './main';

/** Does a worker's share of `check`. */
export async function work(task: WorkerTask): Promise<WorkerResult> {
  return (await import('./pool')).takeFiles(task);
}
