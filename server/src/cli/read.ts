/** Reading files and standard input, within limits. What can't be read throws with the reason in words. */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** Far beyond any rule file, and little enough to be held in memory several times. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** The bytes of a file that may hold text. */
export function readBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    // Pipes as of <(command) have an end; devices may not.
    if (!stats.isFile() && !stats.isFIFO()) {
      throw new Error(stats.isDirectory() ? 'is a directory' : 'is not a file');
    }
    refuseLarge(stats.size);
    return textual(readFileSync(file));
  } finally {
    closeSync(file);
  }
}

/** All of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    refuseLarge(size);
    chunks.push(chunk);
  }
  return textual(Buffer.concat(chunks));
}

function refuseLarge(size: number): void {
  if (size <= LARGEST_FILE) return;
  throw new Error(`is too large: at most ${LARGEST_FILE / 1024 / 1024} MiB are read`);
}

/** Binary files have a zero byte near the beginning, as git and grep tell them; text in UTF-16 has a mark. */
function textual(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isUtf16 && bytes.subarray(0, 8192).includes(0)) throw new Error('is a binary file');
  return bytes;
}
