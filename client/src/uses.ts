import type { Disposable, Location } from 'vscode';
import { Position, Uri, commands } from 'vscode';

/** A position as the server says it, in a document. */
interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Shows what uses the metric that a code lens is about: a server can't make the editor's own values for its command. */
export function registerUses(): Disposable {
  return commands.registerCommand('alertwright.showUses', async (argument: unknown) => {
    if (!isPlace(argument)) return;
    const uri = Uri.parse(argument.uri);
    const position = new Position(argument.position.line, argument.position.character);
    const locations = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      position,
    );
    const uses = locations.filter(
      ({ range, uri: of }) => of.toString() !== uri.toString() || !range.contains(position),
    );
    await commands.executeCommand('editor.action.showReferences', uri, position, uses);
  });
}

function isPlace(argument: unknown): argument is Place {
  const { uri, position } = (argument ?? {}) as Partial<Place>;
  return typeof uri === 'string' && typeof position === 'object';
}
