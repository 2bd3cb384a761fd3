/**
 * Regenerates practice/audio/*.ulaw: `npx tsx practice/make-audio.ts`. Needs espeak-ng and sox. The
 * files are committed; run this only to change the callers' sentences.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOISES, SENTENCES } from './audio-script.ts';

const scratch = mkdtempSync(join(tmpdir(), 'practice-audio-'));
const target = (name: string) => new URL(`./audio/${name}.ulaw`, import.meta.url).pathname;

/** G.711 µ-law at 8 kHz without a header, cut to the telephone band. `-R` makes sox repeatable. */
const TELEPHONE = ['-t', 'ul', '-r', '8000', '-c', '1'];
const BAND = ['sinc', '300-3400'];
/** Takes silence off both ends. */
const TRIM = ['silence', '1', '0.02', '0.5%', 'reverse', 'silence', '1', '0.02', '0.5%', 'reverse'];

function sox(...args: string[]): void {
  execFileSync('sox', ['-R', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function speak(text: string, voice: string, speed: number, pitch: number): string {
  const wav = join(scratch, `${Buffer.from(`${text}${voice}${speed}`).toString('hex').slice(-40)}.wav`);
  execFileSync('espeak-ng', ['-z', '-v', voice, '-s', `${speed}`, '-p', `${pitch}`, '-w', wav, text]);
  return wav;
}

try {
  for (const { name, text, voice, speed, pitch } of SENTENCES) {
    sox(speak(text, voice, speed, pitch), ...TELEPHONE, target(name), ...BAND, ...TRIM, 'norm', '-6');
  }
  for (const noise of NOISES) {
    if (noise.kind === 'synth') {
      sox('-n', ...TELEPHONE, target(noise.name), ...noise.synth, 'norm', `${noise.peakDb}`);
    } else {
      const talkers = noise.talkers.map(({ text, voice, speed, pitch }) => speak(text, voice, speed, pitch));
      sox(
        '-m',
        ...talkers,
        ...TELEPHONE,
        target(noise.name),
        ...BAND,
        'trim',
        '0',
        '5',
        'norm',
        `${noise.peakDb}`,
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true });
}
