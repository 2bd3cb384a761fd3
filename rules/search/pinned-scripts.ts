import type { Pack } from '../../contract/pack/pack.ts';

/** Keys 1–9. */
export const MOST_PINS = 9;

/** Default pins: the situations that occur in every shift. */
export const DEFAULT_PINS: readonly string[] = [
  'please-wait',
  'back-from-wait',
  'please-repeat',
  'complaint-intake',
  'abuse',
  'cannot-answer-query',
  'check-understood',
  'anything-else',
  'goodbye',
];

/** The pins that exist in this pack, each once, in the agent's order. */
export function pinsFor(chosen: readonly string[] | null, pack: Pack): readonly string[] {
  const known = new Set(pack.situations.map(({ id }) => id));
  return [...new Set(chosen ?? DEFAULT_PINS)].filter((id) => known.has(id)).slice(0, MOST_PINS);
}

/** The situation on a number key; null for an unused key. */
export function pinnedAt(pins: readonly string[], key: number): string | null {
  return pins[key - 1] ?? null;
}

/** Pins a situation to the first free key, or unpins it. Refused if all nine keys are in use. */
export function togglePin(
  pins: readonly string[],
  situation: string,
): { readonly ok: true; readonly pins: readonly string[] } | { readonly ok: false; readonly reason: 'full' } {
  if (pins.includes(situation)) return { ok: true, pins: pins.filter((id) => id !== situation) };
  if (pins.length >= MOST_PINS) return { ok: false, reason: 'full' };
  return { ok: true, pins: [...pins, situation] };
}
