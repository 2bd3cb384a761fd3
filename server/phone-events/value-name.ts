export type Pair = readonly [name: string, value: string];

/** Call-ID, call_id and callId are one name. */
export function nameOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
