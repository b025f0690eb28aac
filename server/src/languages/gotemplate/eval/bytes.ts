const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8');

/** The bytes of a Go string, which is UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The string of some bytes; what is no UTF-8 becomes U+FFFD. */
export function textOf(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}

/** The length of a Go string in bytes. */
export function byteLength(text: string): number {
  return ENCODER.encode(text).length;
}
