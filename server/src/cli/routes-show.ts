import { drawTree, routeTree } from '../formats/alertmanager/routing/tree';
import { UsageError, type Arguments } from './args';
import { EXIT } from './exit';
import { write } from './output';
import { configPath, loadConfig } from './routes-config';

/** Prints the routing tree, as `amtool config routes show` does. */
export async function showRoutes(args: Arguments): Promise<number> {
  const [unknown] = args.positional;
  if (unknown !== undefined) throw new UsageError(`routes show takes no argument, such as ${unknown}`);
  const config = await loadConfig(configPath(args), args);
  if (!config) return EXIT.errors;
  await write(process.stdout, `Routing tree:\n${drawTree(routeTree(config.model.route))}\n`);
  return EXIT.ok;
}
