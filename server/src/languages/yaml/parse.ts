import { diagnose } from './diagnose';
import type { YamlDocument, YamlFault } from './nodes';
import { PatchedText } from './patched-text';
import { readAhead, readCharacters } from './reader';
import { relocate, sourceSpan } from './relocate';
import { removeLine, repair } from './repair';
import type { Dialect } from './resolve';
import type { Pass } from './stream';
import { readStream } from './stream';

export interface ParseOptions {
  /** Read the first document only, as Prometheus' programs do. What follows it may be broken. */
  readonly firstDocumentOnly?: boolean;
  /** After a fault, go on and give the best tree for the rest. */
  readonly recover?: boolean;
  /** Which go-yaml reads; version 3 unless said otherwise. */
  readonly dialect?: Dialect;
}

/** At most so many faults are found in one text, and about so many characters read again to find them. */
const MAX_FAULTS = 20;
const MAX_WORK = 8_000_000;

/**
 * Reads a YAML stream: one entry a document, at least one. `faults` say why go-yaml refuses it, the first fault first;
 * without `recover` a document with a fault has no tree, and nothing behind it is read. Never throws.
 * Nodes keep slices of `text` alive.
 */
export function parseYaml(text: string, options: ParseOptions = {}): YamlDocument[] {
  const reading = readCharacters(text);
  const found = findFaults(reading.text, options);
  const faults = reading.faults.length === 0 ? found.faults : withCharacters(text, found, reading.faults);
  return documentsOf(found, faults, options.recover === true);
}

/** Puts the refused characters that go-yaml gets to see among the other faults. */
function withCharacters(text: string, found: Found, characters: readonly YamlFault[]): YamlFault[] {
  const end = readAhead(text, found.patched.toSource(found.pass.position));
  const first = found.firstAt ?? end;
  const isBefore = ({ span }: YamlFault): boolean => span.from <= first;
  const seen = characters.filter(({ span }) => span.from < end);
  return [...seen.filter(isBefore), ...found.faults, ...seen.filter((fault) => !isBefore(fault))];
}

interface Found {
  readonly faults: readonly YamlFault[];
  /** Where the reader stood at the first fault. */
  readonly firstAt?: number;
  /** What the last pass read, and what it found. */
  readonly patched: PatchedText;
  readonly pass: Pass;
}

/** Reads the stream; after a fault that is to be recovered from, repairs the text and reads it again. */
function findFaults(
  text: string,
  { firstDocumentOnly = false, recover = false, dialect = 'v3' }: ParseOptions,
): Found {
  const read = (patched: PatchedText): Pass => readStream(patched.text, firstDocumentOnly, dialect);
  const faults: YamlFault[] = [];
  const known = new Set<string>();
  let patched = new PatchedText(text, []);
  let pass = read(patched);
  const firstAt = pass.fault?.at;
  let passes = recover ? Math.min(2 * MAX_FAULTS, 2 + Math.ceil(MAX_WORK / (text.length + 1))) : 1;
  while (pass.fault !== undefined) {
    const fault = diagnose(pass.fault, patched.text, pass.suspectQuote);
    const span = sourceSpan(patched, fault);
    const id = `${fault.code} ${span.from}`;
    // A repair that didn't help: the fault is there again.
    const isStuck = known.has(id);
    if (!isStuck) faults.push({ ...fault.toFault(), span });
    known.add(id);
    passes--;
    if (passes === 0 || faults.length === MAX_FAULTS) break;
    const edits = isStuck ? removeLine(patched.text, fault) : repair(patched.text, fault);
    if (edits.length === 0) break;
    patched = patched.with(edits);
    pass = read(patched);
  }
  return { faults, firstAt, patched, pass };
}

/** The documents with the offsets of the text, and each fault at the document in which it stands. */
function documentsOf(
  { patched, pass }: Found,
  faults: readonly YamlFault[],
  partial: boolean,
): YamlDocument[] {
  const documents = [...pass.documents];
  if (pass.fault !== undefined) documents.push(partial ? pass.rest : { ...pass.rest, root: undefined });
  let end = 0;
  return documents.map((document, i) => {
    const isLast = i === documents.length - 1;
    const isCutOff = isLast && pass.fault !== undefined;
    const from = end;
    end = isCutOff ? patched.original.length : Math.max(from, patched.toSource(document.span.to, 'end'));
    if (patched.edits.length > 0 && document.root !== undefined) relocate(document.root, patched);
    const to = end;
    const own = faults.filter(({ span }) => (i === 0 || span.from >= from) && (isLast || span.from < to));
    const ofAliases = document.faults.map((fault) => ({ ...fault, span: sourceSpan(patched, fault.span) }));
    return { root: document.root, span: { from, to }, faults: [...own, ...ofAliases] };
  });
}
