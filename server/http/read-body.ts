import type { Context } from 'hono';
import { type Refused, refuse } from './refuse.ts';

/** JSON, or an empty object for no body at all. */
export async function readBody(context: Context): Promise<{ ok: true; value: unknown } | Refused> {
  const text = await context.req.text();
  if (text === '') return { ok: true, value: {} };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return refuse('malformed', 'not JSON');
  }
}
