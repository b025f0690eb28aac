import type { TreeDataProvider, TreeView } from 'vscode';
import {
  Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  commands,
  window,
  workspace,
} from 'vscode';
import type { ProtocolRange, RouteNode, RoutingConfig } from '../../../server/src/protocol';
import type { RoutingConfigs } from './configs';
import { routeDescription, routeLabel, routeTooltip } from './describe';
import type { ReachedRoutes } from './reached';
import { reveal } from './reveal';
import { configTitle } from './title';

/** What a click on a route does; no command that people call. */
const REVEAL = 'alertwright.revealRoute';

/** A configuration, or a route of one. */
export interface RoutingElement {
  readonly config: RoutingConfig;
  readonly route?: RouteNode;
}

/** The side bar's tree of routes, one configuration beside the other. It follows edits while it is seen. */
export function showRoutes(configs: RoutingConfigs, reached: ReachedRoutes): Disposable {
  const provider = new RoutesProvider(configs, reached);
  const view = window.createTreeView('alertwright.routes', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  let use: Disposable | undefined;
  const follow = ({ visible }: Pick<TreeView<RoutingElement>, 'visible'>): void => {
    use?.dispose();
    use = visible ? configs.use() : undefined;
    if (visible) void configs.refresh();
  };
  follow(view);
  return Disposable.from(
    commands.registerCommand(REVEAL, (uri: string, range: ProtocolRange) => reveal(uri, range, true)),
    view,
    provider,
    view.onDidChangeVisibility(follow),
    new Disposable(() => {
      use?.dispose();
    }),
  );
}

class RoutesProvider implements TreeDataProvider<RoutingElement>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  private readonly listeners: Disposable;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly configs: RoutingConfigs,
    private readonly reached: ReachedRoutes,
  ) {
    const tell = (): void => {
      this.changed.fire(undefined);
    };
    this.listeners = Disposable.from(this.changed, configs.onDidChange(tell), reached.onDidChange(tell));
  }

  async getChildren(parent?: RoutingElement): Promise<RoutingElement[]> {
    if (parent) {
      const { config, route } = parent;
      return (route ? route.children : [config.root]).map((child) => ({ config, route: child }));
    }
    const { current } = this.configs;
    const configs = current.length > 0 ? current : await this.configs.refresh();
    return configs.map((config) => ({ config }));
  }

  getTreeItem({ config, route }: RoutingElement): TreeItem {
    return route ? this.routeItem(config, route) : configItem(config);
  }

  private routeItem(config: RoutingConfig, route: RouteNode): TreeItem {
    const state =
      route.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
    const item = new TreeItem(routeLabel(route), state);
    const isReached = this.reached.has(config, route.path);
    item.id = `${idOf(config)}/${route.path.join('/')}`;
    item.description = `${isReached ? '● ' : ''}${routeDescription(route)}`;
    if (isReached)
      item.accessibilityInformation = { label: `Reached: ${routeLabel(route)} ${item.description}` };
    item.tooltip = new MarkdownString(routeTooltip(route));
    item.iconPath = isReached ? new ThemeIcon('pass-filled', new ThemeColor('charts.green')) : iconOf(route);
    item.contextValue = 'route';
    item.command = { command: REVEAL, title: 'Show Route', arguments: [config.uri, route.range] };
    return item;
  }

  dispose(): void {
    this.listeners.dispose();
  }
}

function configItem(config: RoutingConfig): TreeItem {
  const item = new TreeItem(configTitle(config), TreeItemCollapsibleState.Expanded);
  item.id = idOf(config);
  item.resourceUri = Uri.parse(config.uri);
  item.iconPath = ThemeIcon.File;
  item.tooltip = workspace.asRelativePath(item.resourceUri);
  item.contextValue = 'config';
  return item;
}

function idOf({ uri, index }: RoutingConfig): string {
  return `${uri}#${index}`;
}

function iconOf({ path, isOpen, muteTimeIntervals, activeTimeIntervals, children }: RouteNode): ThemeIcon {
  if (path.length === 0) return new ThemeIcon('inbox');
  if (isOpen) return new ThemeIcon('question');
  if (muteTimeIntervals.length > 0 || activeTimeIntervals.length > 0) return new ThemeIcon('clock');
  return new ThemeIcon(children.length > 0 ? 'list-tree' : 'mail');
}
