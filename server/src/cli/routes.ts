/** `alertwright routes`: where alerts go. */
import { UsageError, proposal, type Arguments } from './args';

/** Runs the part of the command that the first argument names. */
export async function routes({ options, positional: [name, ...positional] }: Arguments): Promise<number> {
  const args: Arguments = { options, positional };
  switch (name) {
    case 'test':
      return (await import('./routes-test')).testRoutes(args);
    case 'show':
      return (await import('./routes-show')).showRoutes(args);
    case 'check':
      return (await import('./routes-check')).checkRoutes(args);
    case undefined:
      throw new UsageError('routes needs one of test, show and check');
    default:
      throw new UsageError(`routes has no ${name}${proposal(name, ['test', 'show', 'check'])}`);
  }
}
