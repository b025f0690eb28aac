import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/session';

serve(createConnection(ProposedFeatures.all));
