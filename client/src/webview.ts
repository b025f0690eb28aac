import { randomBytes } from 'node:crypto';
import type { ExtensionContext, Webview, WebviewPanel } from 'vscode';
import { Uri, ViewColumn, window } from 'vscode';

export interface PageOptions {
  readonly viewType: string;
  readonly title: string;
  /** The name of the page's bundle in dist/panel. */
  readonly page: string;
  /** The page shows HTML in a frame, whose own styles are let in. */
  readonly hasForeignStyles?: boolean;
}

/** A panel beside the editor whose page is one of our bundles. It stays as it is while it is hidden. */
export function openPanel(context: ExtensionContext, options: PageOptions): WebviewPanel {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'panel');
  const panel = window.createWebviewPanel(
    options.viewType,
    options.title,
    { viewColumn: besideTheEditor(), preserveFocus: false },
    { enableScripts: true, localResourceRoots: [folder], retainContextWhenHidden: true },
  );
  panel.iconPath = Uri.joinPath(context.extensionUri, 'images', 'icon.png');
  panel.webview.html = pageOf(panel.webview, folder, options);
  return panel;
}

/** The column of the group beside the one with the focus: one that is there, or a new one. */
function besideTheEditor(): ViewColumn {
  const { all, activeTabGroup } = window.tabGroups;
  return all.findLast((group) => group !== activeTabGroup)?.viewColumn ?? ViewColumn.Beside;
}

/** The page's skeleton: nothing is loaded but our script and styles, and nothing else is run. */
function pageOf(
  webview: Webview,
  folder: Uri,
  { page, title, hasForeignStyles = false }: PageOptions,
): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  // What a frame may do is at most what the page may: a frame without an address of its own inherits this.
  const styles = `style-src ${webview.cspSource}${hasForeignStyles ? " 'unsafe-inline'" : ''}`;
  const policy = `default-src 'none'; ${styles}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${file(`${page}.css`)}">
    <title>${title}</title>
  </head>
  <body>
    <main id="page"></main>
    <script nonce="${nonce}" src="${file(`${page}.js`)}"></script>
  </body>
</html>`;
}
