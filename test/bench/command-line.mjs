// Whole processes, cold: from starting the program to its end.
import { spawn } from 'node:child_process';
import { summarize, timed } from './statistics.mjs';

/**
 * Runs the commands in turn, `times` times each, so that what else the machine does hits all alike.
 * Gives the figures by command name. A command that fails is an error: the inputs are valid.
 */
export async function measureCommands(commands, times) {
  const all = new Map(commands.map(({ name }) => [name, []]));
  for (let i = 0; i < times; i++) {
    for (const { name, program, args } of commands) {
      const { ms } = await timed(() => run(program, args));
      all.get(name).push(ms);
    }
  }
  return Object.fromEntries([...all].map(([name, values]) => [name, summarize(values)]));
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
      .on('error', reject)
      .on('close', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`${program} ${args.slice(0, 3).join(' ')} … ended with ${code}`));
      });
  });
}
