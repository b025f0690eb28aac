import * as library from 'vscode-languageserver/node';
import { loadBundle } from '../load-bundle';
import { capabilitiesFor } from './capabilities';
import type * as session from './session';

/**
 * Answers `initialize`. All else is a bundle of its own, which is loaded while the client takes in the answer, and
 * before any further message is handled.
 */
const connection = library.createConnection(library.ProposedFeatures.all);
connection.onInitialize((params) => {
  connection.onInitialized(() => {
    const { serve } = loadBundle('session', { 'vscode-languageserver': library }) as typeof session;
    serve(connection, params);
  });
  return { capabilities: capabilitiesFor(params.capabilities), serverInfo: { name: 'alertwright' } };
});
connection.listen();
