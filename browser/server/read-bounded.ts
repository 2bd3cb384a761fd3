import { parseJson } from '../../contract/api/parse-json.ts';
import { MOST_DOCUMENT_CHARACTERS } from '../../contract/release/release-messages.ts';

/** Bytes of a signed document: a character has at most three in UTF-8. */
export const MOST_DOCUMENT_BYTES = 3 * MOST_DOCUMENT_CHARACTERS;

/**
 * Reads a body to its end, as the browser has unpacked it. Null if there is more: then nothing
 * further is received or unpacked.
 */
export async function readBounded(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * An answer as JSON; undefined if it is too long. Throws a SyntaxError if it is no JSON, or too
 * deep.
 */
export async function readJson({ body }: Pick<Response, 'body'>, mostBytes: number): Promise<unknown> {
  const bytes = await readBounded(body, mostBytes);
  if (bytes === null) return undefined;
  return parseJson(new TextDecoder().decode(bytes));
}
