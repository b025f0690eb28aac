import { decodeBytes } from '../languages/yaml/bytes';
import type { Finding } from '../text/finding';

export interface Decoded {
  readonly text: string;
  /** Why Prometheus can't read the bytes; `text` has replacement characters there. */
  readonly fault?: Finding;
}

/** The text of a file's bytes, without a byte order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const decoded = decodeBytes(bytes);
  if ('text' in decoded) return decoded;
  const decoder = new TextDecoder(bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : 'utf-8');
  const from = decoder.decode(bytes.subarray(0, decoded.offset)).length;
  return {
    text: decoder.decode(bytes),
    fault: {
      code: 'yaml/invalid-encoding',
      severity: 'error',
      message: `The file isn't readable as Unicode here: ${decoded.fault}. Save it as UTF-8.`,
      span: { from, to: from + 1 },
    },
  };
}

const BYTE_ORDER_MARK = '\ufeff';

/** The bytes of `text` in the encoding, and with the byte order mark if it has one, of the file that it came from. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array {
  const [first, second, third] = original;
  if (first === 0xff && second === 0xfe) return Buffer.from(BYTE_ORDER_MARK + text, 'utf16le');
  if (first === 0xfe && second === 0xff) return Buffer.from(BYTE_ORDER_MARK + text, 'utf16le').swap16();
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(hasMark ? BYTE_ORDER_MARK + text : text);
}
