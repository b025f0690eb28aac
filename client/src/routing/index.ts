import type { ExtensionContext } from 'vscode';
import { Uri, commands } from 'vscode';
import { alertRuleAtCursor } from '../alert-rules';
import type { Server } from '../server';
import { RoutingConfigs } from './configs';
import { highlightReached } from './highlight';
import type { AlertToRoute } from './panel';
import { RoutingPanel } from './panel';
import { ReachedRoutes } from './reached';
import { showRoutes } from './tree';

/** The tree of routes and the panel that tells where an alert goes. */
export function registerRouting(
  context: ExtensionContext,
  server: Server,
): ExtensionContext['subscriptions'] {
  const configs = new RoutingConfigs(server);
  const reached = new ReachedRoutes();
  const panel = new RoutingPanel(context, server, configs, reached);
  return [
    configs,
    reached,
    panel,
    highlightReached(configs, reached),
    showRoutes(configs, reached),
    commands.registerCommand('alertwright.showRoute', async (argument: unknown) => {
      panel.show(isAlert(argument) ? argument : await alertAtCursor(server));
    }),
  ];
}

/** A code lens gives the alert; a menu gives the file or the tree's element that it was opened on. */
function isAlert(argument: unknown): argument is AlertToRoute {
  return (
    typeof argument === 'object' && argument !== null && !(argument instanceof Uri) && 'labels' in argument
  );
}

async function alertAtCursor(server: Server): Promise<AlertToRoute | undefined> {
  const rule = await alertRuleAtCursor(server);
  return rule && { labels: rule.labels, open: rule.otherLabels, uri: rule.config };
}
