import type { BodyBudget, FullBudget } from '../limits/body-budget.ts';

interface BodyLimits {
  /** Whose budget it counts against. */
  readonly client: string;
  readonly mostBytes: number;
  readonly withinMs: number;
}

export type BodyReading =
  /** `release` gives its bytes back to the budget. */
  | { readonly ok: true; readonly text: string; readonly bytes: number; readonly release: () => void }
  | { readonly ok: false; readonly reason: 'too-large' | 'unfinished' | FullBudget };

/**
 * Reads the body of a request whose sender is known. What is announced as too long is not read at
 * all, and nothing more is read once a limit is reached.
 */
export async function readBody(
  request: Request,
  budget: BodyBudget,
  { client, mostBytes, withinMs }: BodyLimits,
): Promise<BodyReading> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) {
    return { ok: false, reason: 'too-large' };
  }
  let bytes = 0;
  const release = () => {
    budget.release(client, bytes);
    bytes = 0;
  };
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    // Ends the pending read.
    reader?.cancel().catch(() => undefined);
  }, withinMs);
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      const { value } = piece;
      const refused = bytes + value.length > mostBytes ? 'too-large' : budget.reserve(client, value.length);
      if (refused !== null) {
        release();
        reader?.cancel().catch(() => undefined);
        return { ok: false, reason: refused };
      }
      bytes += value.length;
      chunks.push(value);
    }
  } catch (error) {
    release();
    throw error;
  } finally {
    clearTimeout(late);
  }
  if (isLate) {
    release();
    return { ok: false, reason: 'unfinished' };
  }
  return { ok: true, text: new TextDecoder().decode(Buffer.concat(chunks)), bytes, release };
}
