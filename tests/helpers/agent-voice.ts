import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAudio } from '../../practice/load-audio.ts';
import { decodeMulaw } from '../../practice/media/mulaw.ts';

const RATE = 8000;

/** Seconds of a recording from practice/audio, or of silence. */
export interface Said {
  readonly audio: string | null;
  readonly seconds: number;
}

export interface AgentVoice {
  readonly path: string;
  /** From the next time that the microphone is opened. */
  says(parts: readonly Said[]): Promise<void>;
  remove(): Promise<void>;
}

/** The agent's voice for Chromium's fake microphone; it restarts when the microphone is opened. */
export async function agentVoice(said: readonly Said[]): Promise<AgentVoice> {
  const folder = await mkdtemp(join(tmpdir(), 'sansheng-voice-'));
  const path = join(folder, 'agent.wav');
  const says = (parts: readonly Said[]) => writeFile(path, wav(parts.flatMap((part) => [...samples(part)])));
  await says(said);
  return { path, says, remove: () => rm(folder, { recursive: true }) };
}

function samples({ audio, seconds }: Said): Int16Array {
  const sound = new Int16Array(Math.round(seconds * RATE));
  if (audio !== null) sound.set(Int16Array.from(loadAudio(audio).subarray(0, sound.length), decodeMulaw));
  return sound;
}

/** 16 bits, mono (RIFF WAVE). */
function wav(sound: readonly number[]): Uint8Array {
  const file = new DataView(new ArrayBuffer(44 + 2 * sound.length));
  const write = (at: number, text: string) => {
    for (const [n, letter] of [...text].entries()) file.setUint8(at + n, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  file.setUint32(4, 36 + 2 * sound.length, true);
  write(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, RATE, true);
  file.setUint32(28, 2 * RATE, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  write(36, 'data');
  file.setUint32(40, 2 * sound.length, true);
  for (const [n, sample] of sound.entries()) file.setInt16(44 + 2 * n, sample, true);
  return new Uint8Array(file.buffer);
}
