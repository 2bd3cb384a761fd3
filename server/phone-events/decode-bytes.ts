const HEX = /^[0-9a-f]{2}$/i;
const PERCENT = 0x25;

/**
 * Text of a value in a request: percent-encoded or raw, in UTF-8 or GB 18030 (which GBK is part
 * of). A `%` that encodes nothing stands for itself, and so does a `+`.
 */
export function decodeBytes(raw: Buffer): string {
  const bytes = Buffer.alloc(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const hex = raw[at] === PERCENT ? raw.toString('latin1', at + 1, at + 3) : '';
    const isEncoded = HEX.test(hex);
    bytes[length] = isEncoded ? Number.parseInt(hex, 16) : (raw[at] ?? 0);
    length += 1;
    if (isEncoded) at += 2;
  }
  return decodeText(bytes.subarray(0, length));
}

/** Bytes that are no UTF-8 are of a Chinese phone; GB 18030 has a character for nearly all. */
export function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
