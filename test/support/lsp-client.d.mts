import type { ChildProcessWithoutNullStreams, SpawnOptionsWithoutStdio } from 'node:child_process';
import type {
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
  WorkspaceFolder,
} from 'vscode-languageserver';

export interface StartOptions extends SpawnOptionsWithoutStdio {
  readonly rootUri?: string | null;
  readonly folders?: readonly WorkspaceFolder[];
  /** The client's settings, as nested objects: `{ alertwright: { … } }`. */
  readonly settings?: object;
  readonly capabilities?: object;
  readonly initializationOptions?: object;
}

export declare class LspClient {
  static start(args: readonly string[], options?: StartOptions): Promise<LspClient>;
  constructor(args: readonly string[], settings?: object, options?: SpawnOptionsWithoutStdio);

  readonly process: ChildProcessWithoutNullStreams;
  readonly initializeResult: InitializeResult;
  readonly notifications: readonly { readonly method: string; readonly params: unknown }[];
  readonly stderr: string;
  settings: object;

  request<T = unknown>(method: string, params?: unknown): Promise<T>;
  notify(method: string, params?: unknown): void;
  sendRaw(content: string): Promise<void>;
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): number;
  close(uri: string): void;
  diagnostics(uri: string): Promise<Diagnostic[]>;
  nextDiagnostics(uri: string, version?: number, timeout?: number): Promise<PublishDiagnosticsParams>;
  stop(): Promise<number | null>;
  exited(): Promise<number | null>;
  kill(): void;
}
