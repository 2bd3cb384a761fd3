import { readFileSync } from 'node:fs';

/** Headerless G.711 µ-law, 8 kHz, mono: `practice/audio/<name>.ulaw`. */
export function loadAudio(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./audio/${name}.ulaw`, import.meta.url)));
}
