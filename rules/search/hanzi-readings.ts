/** Pinyin syllables of a Chinese character, the usual one first; `v` is written for ü. */
export type HanziReadings = ReadonlyMap<string, readonly string[]>;

/** Before the readings are loaded, scripts are found by their characters only. */
export const NO_READINGS: HanziReadings = new Map();

/** Reads what `writeReadings` wrote. */
export function readReadings(written: string): HanziReadings {
  const lines = written.split('\n').map((line) => line.split(' '));
  const readings = new Map<string, string[]>();
  for (const [syllable = '', first = ''] of lines) {
    for (const character of first) readings.set(character, [syllable]);
  }
  for (const [syllable = '', , others = ''] of lines) {
    for (const character of others) readings.get(character)?.push(syllable);
  }
  return readings;
}

/** One line a syllable: the characters whose usual reading it is, then those with another one. */
export function writeReadings(readings: HanziReadings): string {
  const lines = new Map<string, { first: string; others: string }>();
  for (const [character, syllables] of readings) {
    for (const [place, syllable] of syllables.entries()) {
      const line = lines.get(syllable) ?? { first: '', others: '' };
      if (place === 0) line.first += character;
      else line.others += character;
      lines.set(syllable, line);
    }
  }
  return [...lines].map(([syllable, { first, others }]) => `${syllable} ${first} ${others}`).join('\n');
}
