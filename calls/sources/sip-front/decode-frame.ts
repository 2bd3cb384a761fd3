const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** Names written by older phone systems in China are in GBK, of which this is a superset. */
const GB_18030 = new TextDecoder('gb18030');

/**
 * The text of a WebSocket frame. Text and binary frames are equal (RFC 7118 §4.2). Null for
 * anything else.
 */
export function decodeFrame(data: unknown): string | null {
  if (typeof data === 'string') return data;
  if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) return null;
  try {
    return UTF_8.decode(data);
  } catch {
    return GB_18030.decode(data);
  }
}
