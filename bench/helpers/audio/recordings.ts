import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Clip, clipsOfTalks, makeTalk, nobodyClips } from './clip.ts';
import { RATE, soxRead } from './run-sox.ts';

const LONGEST_S = 8;
const SHORTEST_S = 1.5;

/**
 * Clips from recordings of clean speech, one sentence a file (`--recordings DIR`, a sub-folder for
 * each further voice), with the bench's own telephone line, levels, noises and losses.
 */
export function clipsOfRecordings(folder: string): Clip[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const voices = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const talks = (voices.length === 0 ? [folder] : voices).flatMap((voice, v) => {
    const sentences = sentencesIn(voice);
    const say = (from: number) => (sentence: number) =>
      sentences[(from + sentence * 13) % sentences.length] ?? new Float32Array(RATE);
    return sentences.length === 0 ? [] : [makeTalk(say(0), 700 + v), makeTalk(say(5), 800 + v)];
  });
  return [...clipsOfTalks(talks, 'report'), ...nobodyClips('report')];
}

function sentencesIn(folder: string): Float32Array[] {
  return readdirSync(folder)
    .filter((name) => /\.(wav|flac|ogg|mp3)$/i.test(name))
    .sort()
    .slice(0, 80)
    .map((name) => soxRead(join(folder, name)))
    .filter(({ length }) => length > SHORTEST_S * RATE && length < LONGEST_S * RATE);
}
