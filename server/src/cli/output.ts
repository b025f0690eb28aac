/** Writing to standard output and standard error so that nothing is lost, and a closed pipe is no fault. */
import { harmless } from './terminal';

/** Resolves when `text` is with the system. A reader that has gone away (EPIPE) wants no more: that's fine too. */
export function write(stream: NodeJS.WritableStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !isClosedPipe(error)) reject(error);
      else resolve();
    });
  });
}

/** Keeps the stream's own error event, which repeats what write()'s callback says, from ending the process. */
export function tolerateClosedPipes(...streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: Error) => {
      if (!isClosedPipe(error)) process.exitCode = 2;
    });
  }
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'EOF' || code === 'ERR_STREAM_DESTROYED';
}

/** Says `messages` on standard error, each on a line of its own and by the program's name. */
export function complain(messages: readonly string[]): Promise<void> {
  return write(process.stderr, messages.map((message) => `alertwright: ${harmless(message)}\n`).join(''));
}
