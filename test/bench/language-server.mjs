// What a person waits for in the editor, measured over stdio as an editor does.
import { readFileSync } from 'node:fs';
import { LspClient } from '../support/lsp-client.mjs';
import { random } from './generate.mjs';
import { summarize, timed } from './statistics.mjs';

const URI = 'file:///bench/rules.yml';

/** Milliseconds from starting the process to the answer to `initialize`, over several starts. */
export async function measureStart({ args, settings }, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const { value: client, ms } = await timed(() => LspClient.start(args, { settings }));
    all.push(ms);
    client.kill();
  }
  return summarize(all);
}

/** Opens `text` and edits it, asks for completion and hovers, each `times` times in random rules. */
export async function measureFile({ args, settings }, text, times) {
  const client = await LspClient.start(args, { settings });
  try {
    const open = await timed(() => {
      client.open(URI, text);
      return client.nextDiagnostics(URI, 1, 120_000);
    });
    const document = new Document(client, text);
    const edits = await repeat(times, () => document.typeInExpression());
    const completions = await repeat(times, () => document.complete(/^ {6}fo/));
    const hovers = await repeat(times, () => document.hover(/^ {6}fo/));
    const expressionCompletions = await repeat(times, () => document.complete(/^ {6}expr: '?[a-z_]{2}/));
    const expressionHovers = await repeat(times, () => document.hover(/^ {6}expr: '?[a-z_]{2}/));
    return {
      open: open.ms,
      edit: summarize(edits),
      completion: summarize(completions),
      hover: summarize(hovers),
      expressionCompletion: summarize(expressionCompletions),
      expressionHover: summarize(expressionHovers),
      rssMiB: residentMiB(client.process.pid),
    };
  } finally {
    client.kill();
  }
}

async function repeat(times, action) {
  const all = [];
  for (let i = 0; i < times; i++) all.push((await timed(action)).ms);
  return all;
}

/** The document as the client has it, and random places in it. */
class Document {
  #lines;
  #client;
  #next = random(7);

  constructor(client, text) {
    this.#client = client;
    this.#lines = text.split('\n');
  }

  /** Types one character into the first name of a random expression and waits for the diagnostics. */
  async typeInExpression() {
    const position = this.#place(/^ {6}expr: '?[a-z_]{2}/);
    const line = this.#lines[position.line];
    this.#lines[position.line] = `${line.slice(0, position.character)}x${line.slice(position.character)}`;
    const version = this.#client.change(URI, { range: { start: position, end: position }, text: 'x' });
    await this.#client.nextDiagnostics(URI, version, 120_000);
  }

  complete(pattern) {
    return this.#client.request('textDocument/completion', this.#at(pattern));
  }

  hover(pattern) {
    return this.#client.request('textDocument/hover', this.#at(pattern));
  }

  #at(pattern) {
    return { textDocument: { uri: URI }, position: this.#place(pattern) };
  }

  /** Behind what `pattern` matches in a random line that it matches. */
  #place(pattern) {
    for (;;) {
      const line = Math.floor(this.#next() * this.#lines.length);
      const match = pattern.exec(this.#lines[line]);
      if (match) return { line, character: match[0].length };
    }
  }
}

/** Memory of a process in MiB; undefined where the system has no /proc. */
function residentMiB(pid) {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
