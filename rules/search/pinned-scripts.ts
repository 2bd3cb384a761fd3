import type { Pack } from '../../contract/pack/pack.ts';

/** Keys 1–9. */
export const MOST_PINS = 9;

/** What an agent who pinned nothing finds on the keys: the situations that come up in every shift. */
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

/** The pins that this pack can honour, each once, in the agent's order: a script that was withdrawn leaves its key. */
export function pinsFor(chosen: readonly string[] | null, pack: Pack): readonly string[] {
  const known = new Set(pack.situations.map(({ id }) => id));
  return [...new Set(chosen ?? DEFAULT_PINS)].filter((id) => known.has(id)).slice(0, MOST_PINS);
}

/** The situation on a number key; null if none is. */
export function pinnedAt(pins: readonly string[], key: number): string | null {
  return pins[key - 1] ?? null;
}

/** Pins a situation on the first free key, or takes it off. Refused when all nine keys are taken. */
export function togglePin(
  pins: readonly string[],
  situation: string,
): { readonly ok: true; readonly pins: readonly string[] } | { readonly ok: false; readonly reason: 'full' } {
  if (pins.includes(situation)) return { ok: true, pins: pins.filter((id) => id !== situation) };
  if (pins.length >= MOST_PINS) return { ok: false, reason: 'full' };
  return { ok: true, pins: [...pins, situation] };
}
