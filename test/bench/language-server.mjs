// What a person waits for in the editor, measured over stdio as an editor does.
import { readFileSync } from 'node:fs';
import { LspClient } from '../support/lsp-client.mjs';
import { random } from './generate.mjs';
import { summarize, timed } from './statistics.mjs';

/** Where things are done in a rule file: each pattern matches a line up to the place. */
export const RULE_PLACES = {
  uri: 'file:///bench/rules.yml',
  typing: /^ {6}expr: '?[a-z_]{2}/,
  field: /^ {6}fo/,
  expression: /^ {6}expr: '?[a-z_]{2}/,
};

/** The same in an Alertmanager configuration, whose expressions are label matchers. */
export const CONFIG_PLACES = {
  uri: 'file:///bench/alertmanager.yml',
  typing: /^ {10}\{\{ \.Annotations\.su/,
  field: /^ {6}group_w/,
  expression: /^ {8}- servi/,
};

/** What VS Code says that it can do, as far as it changes what is measured. */
const capabilities = {
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'] },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat'] },
    },
    hover: { contentFormat: ['markdown'] },
  },
};

/**
 * Milliseconds from starting the process to the answer to `initialize`, over several starts. One start goes before, as
 * a server may keep what makes later ones faster.
 */
export async function measureStart({ args, settings }, times) {
  const first = await LspClient.start(args, { settings, capabilities });
  await first.stop();
  const all = [];
  for (let i = 0; i < times; i++) {
    const { value: client, ms } = await timed(() => LspClient.start(args, { settings, capabilities }));
    all.push(ms);
    client.kill();
  }
  return summarize(all);
}

/** Opens `text` and edits it, asks for completion and hovers, each `times` times at random ones of the `places`. */
export async function measureFile({ args, settings }, text, times, places) {
  const client = await LspClient.start(args, { settings, capabilities });
  try {
    const open = await timed(() => {
      client.open(places.uri, text);
      return client.nextDiagnostics(places.uri, 1, 120_000);
    });
    const document = new Document(client, text, places.uri);
    const edits = await repeat(times, () => document.type(places.typing));
    const completions = await repeat(times, () => document.complete(places.field));
    const hovers = await repeat(times, () => document.hover(places.field));
    const expressionCompletions = await repeat(times, () => document.complete(places.expression));
    const expressionHovers = await repeat(times, () => document.hover(places.expression));
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
  #uri;
  #next = random(7);

  constructor(client, text, uri) {
    this.#client = client;
    this.#uri = uri;
    this.#lines = text.split('\n');
  }

  /** Types one character at a random place and waits for the diagnostics. */
  async type(pattern) {
    const position = this.#place(pattern);
    const line = this.#lines[position.line];
    this.#lines[position.line] = `${line.slice(0, position.character)}x${line.slice(position.character)}`;
    const version = this.#client.change(this.#uri, { range: { start: position, end: position }, text: 'x' });
    await this.#client.nextDiagnostics(this.#uri, version, 120_000);
  }

  complete(pattern) {
    return this.#client.request('textDocument/completion', this.#at(pattern));
  }

  hover(pattern) {
    return this.#client.request('textDocument/hover', this.#at(pattern));
  }

  #at(pattern) {
    return { textDocument: { uri: this.#uri }, position: this.#place(pattern) };
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
