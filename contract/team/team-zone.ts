/**
 * The time zone of the team, by which this context shows and keeps days and times; null: the
 * device's own. One context serves one team. The page packs set it with the pack in use.
 */
let named: string | null = null;

export function setTeamZone(timeZone: string | null): void {
  named = timeZone;
}

export function teamZone(): string | null {
  return named;
}
