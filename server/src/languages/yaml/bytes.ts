/** What `decodeBytes` gives: the text, or why go-yaml refuses the bytes and at which byte. */
export type DecodedBytes = { readonly text: string } | { readonly fault: string; readonly offset: number };

/**
 * Decodes a file as go-yaml does: UTF-8, or UTF-16 if it starts with that byte order mark; the mark itself is dropped.
 * Source: go-yaml v3, readerc.go. Control characters are left to `parseYaml`.
 */
export function decodeBytes(bytes: Uint8Array): DecodedBytes {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le', 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be', 1);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return utf8Fault(bytes);
  }
}

function decodeUtf16(bytes: Uint8Array, label: string, lowByte: 0 | 1): DecodedBytes {
  const unit = (at: number): number => {
    const low = bytes[at + lowByte] ?? 0;
    const high = bytes[at + 1 - lowByte] ?? 0;
    return low + high * 256;
  };
  let at = 2;
  while (at + 1 < bytes.length) {
    const kind = unit(at) & 0xfc00;
    if (kind === 0xdc00) return { fault: 'unexpected low surrogate area in UTF-16', offset: at };
    if (kind === 0xd800) {
      if (at + 3 >= bytes.length) return { fault: 'incomplete UTF-16 surrogate pair', offset: at };
      if ((unit(at + 2) & 0xfc00) !== 0xdc00) {
        return { fault: 'expected low surrogate area in UTF-16', offset: at + 2 };
      }
      at += 2;
    }
    at += 2;
  }
  if (at < bytes.length) return { fault: 'incomplete UTF-16 character', offset: at };
  return { text: new TextDecoder(label).decode(bytes) };
}

function utf8Fault(bytes: Uint8Array): DecodedBytes {
  let at = 0;
  while (at < bytes.length) {
    const width = utf8Width(bytes[at] ?? 0);
    if (width === 0) return { fault: 'invalid leading UTF-8 octet', offset: at };
    if (at + width > bytes.length) return { fault: 'incomplete UTF-8 octet sequence', offset: at };
    for (let k = 1; k < width; k++) {
      if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) {
        return { fault: 'invalid trailing UTF-8 octet', offset: at + k };
      }
    }
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + width));
    } catch {
      return { fault: 'invalid Unicode character or length of a UTF-8 sequence', offset: at };
    }
    at += width;
  }
  return { fault: 'invalid UTF-8', offset: 0 };
}

/** Length of the UTF-8 sequence that `octet` leads; 0 for a trailing or impossible octet. */
export function utf8Width(octet: number): number {
  if (octet < 0x80) return 1;
  if ((octet & 0xe0) === 0xc0) return 2;
  if ((octet & 0xf0) === 0xe0) return 3;
  return (octet & 0xf8) === 0xf0 ? 4 : 0;
}
