import type { ExtensionContext } from 'vscode';
import { window } from 'vscode';
import { registerCommands } from './commands';
import { setContextKeys } from './context';
import { whenOursIsSeen } from './ours';
import { registerPreview } from './preview';
import { registerRouting } from './routing';
import { Server } from './server';
import { showFileStatus } from './status';
import { registerUses } from './uses';

let server: Server | undefined;

/** Called by VS Code at the first document of a language in the manifest's `activationEvents`. */
export function activate(context: ExtensionContext): void {
  const output = window.createOutputChannel('Alertwright', { log: true });
  server = new Server(context, output);
  context.subscriptions.push(
    output,
    showFileStatus(server),
    ...setContextKeys(server),
    ...registerCommands(server, output),
    ...registerRouting(context, server),
    ...registerPreview(context, server),
    registerUses(),
    whenOursIsSeen(server),
  );
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
