import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { built } from './build';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
}

/** What would change the output is unset. */
const PLAIN = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, GITHUB_WORKSPACE: undefined };

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, removed after the tests, in which the built command line is run. */
export class CliFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'alertwright-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    folders.push(this.path);
    this.write(files);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.path, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** Runs `alertwright` with arguments and waits for its end. */
  async run(args: readonly string[], { stdin = '', env = {} }: CliOptions = {}): Promise<CliResult> {
    const bundle = await built('cli');
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd: this.path,
      env: { ...PLAIN, ...env },
    });
    return new Promise((resolve, reject) => {
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (data: string) => (stdout += data));
      child.stderr.setEncoding('utf8').on('data', (data: string) => (stderr += data));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ code, stdout, stderr });
      });
      // A program that doesn't read its input closes it.
      child.stdin.on('error', () => undefined);
      child.stdin.end(stdin);
    });
  }
}
