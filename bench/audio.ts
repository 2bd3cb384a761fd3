/**
 * How well the line analyser works: speech detection beside other detectors, on generated material,
 * and its reports on simulated calls. `--calls N` (200); `--recordings DIR` takes voices from
 * files; `--split tune` is for choosing constants.
 */

import { Downsampler } from '../audio/downsample.ts';
import { analyseCall, type ReportedEvent } from './helpers/audio/analyse-call.ts';
import { normalCall, silentCall } from './helpers/audio/call.ts';
import { makeClips } from './helpers/audio/clip.ts';
import { openDetectors } from './helpers/audio/detectors.ts';
import { judgeClips } from './helpers/audio/judge-clips.ts';
import { NOBODY, NOISES } from './helpers/audio/noises.ts';
import { openSpeechModel } from './helpers/audio/open-speech-model.ts';
import { PHONE_LINE_THRESHOLDS } from './helpers/audio/phone-line-thresholds.ts';
import { clipsOfRecordings } from './helpers/audio/recordings.ts';
import { type Split, VOICES } from './helpers/audio/voices.ts';
import {
  fromSamples,
  type Measurement,
  numberOption,
  printReport,
  wantsJson,
} from './helpers/bench-report.ts';

const thresholds = PHONE_LINE_THRESHOLDS;
const split = option('split') === 'tune' ? 'tune' : 'report';
const recordings = option('recordings');
const calls = numberOption('calls', 200);
const firstCall = numberOption('first', 1);
const ours = (metric: string, unit: string) => ({ bench: 'audio', metric, subject: 'ours', unit });

const byDetector: Measurement[][] = [];
if (!process.argv.includes('--no-clips')) {
  const clips = recordings === null ? makeClips(split) : clipsOfRecordings(recordings);
  for (const detector of await openDetectors()) byDetector.push(await judgeClips(clips, detector));
}
const model = await openSpeechModel();
const [first = []] = byDetector;
const sideBySide = first.flatMap(({ metric }) =>
  byDetector.flatMap((rows) => rows.filter((row) => row.metric === metric)),
);
if (!wantsJson()) console.log(`${material()}\n`);
printReport([...sideBySide, costOfDownsampling(), ...silentCalls(), ...normalCalls()]);

/** Which material this is, and that nothing was chosen on it. */
function material(): string {
  if (recordings !== null) return `Voices: ${recordings}. Noises: ${Object.keys(NOISES.report).join(', ')}.`;
  const of = (which: Split) =>
    `${which}: voices ${VOICES[which].map(({ espeak }) => espeak).join(', ')}; noises ${Object.keys(NOISES[which]).join(', ')}; nobody ${Object.keys(NOBODY[which]).join(', ')}`;
  return [
    `Reported on “${split}”. Constants are chosen on “tune” alone; no voice, no language but Mandarin and no noise is in both.`,
    of('tune'),
    of('report'),
    'False speech is counted where each detector finds 95 % of clean telephone speech. Peers get our smoothing on top.',
  ].join('\n');
}

/** Extra cost of the audio thread where the browser does not resample to 8 kHz (Firefox). */
function costOfDownsampling(): Measurement {
  const downsampler = new Downsampler(48_000);
  const block = new Float32Array(128).map((_, i) => Math.sin(i));
  const seconds = 60;
  const before = process.cpuUsage();
  for (let k = 0; k < seconds * 375; k += 1) downsampler.push(block);
  const { user, system } = process.cpuUsage(before);
  const cost = ours('CPU per second of audio, down from 48 kHz (Firefox)', 'ms');
  return { ...cost, n: seconds, value: (user + system) / 1000 / seconds };
}

/** The delay after the threshold until a silent caller is noticed. */
function silentCalls(): Measurement[] {
  const late: number[] = [];
  let missed = 0;
  let noisy = 0;
  for (const [seed, kind] of Object.keys(NOBODY.report).entries()) {
    const reported = analyseCall(silentCall(kind, seed), model, thresholds);
    if (saysNoisy(reported)) {
      noisy += 1;
      continue;
    }
    const found = reported.find(({ event }) => isFinding(event, 'nobody-speaks'));
    const greeted = reported.findLast(
      ({ event }) => event.type === 'silence-began' && event.side === 'agent',
    );
    if (found === undefined || greeted === undefined) missed += 1;
    else late.push(found.reportedAt - greeted.event.at - thresholds.silenceSeconds * 1000);
  }
  const n = late.length + missed;
  return [
    fromSamples(ours('silent caller: later than its threshold', 'ms'), late),
    { ...ours('silent caller: not noticed', 'calls'), n, value: missed },
    { ...ours('silent caller: called noisy instead', 'calls'), n: n + noisy, value: noisy },
  ];
}

/**
 * False reports on calls without a problem. Their longest common silence is 4.5 s, the threshold 6
 * s.
 */
function normalCalls(): Measurement[] {
  const alarms = { silent: 0, noisy: 0, faint: 0, 'packet loss': 0 };
  const onset: number[] = [];
  for (let seed = firstCall; seed < firstCall + calls; seed += 1) {
    const call = normalCall(seed, split);
    const reported = analyseCall(call, model, thresholds);
    if (reported.some(({ event }) => isFinding(event, 'nobody-speaks'))) alarms.silent += 1;
    if (saysNoisy(reported)) alarms.noisy += 1;
    if (reported.some(({ event }) => isFinding(event, 'faint'))) alarms.faint += 1;
    if (reported.some(({ event }) => isFinding(event, 'packets-lost'))) alarms['packet loss'] += 1;
    const spoke = reported.find(({ event }) => event.type === 'speech-began' && event.side === 'remote');
    if (spoke !== undefined && call.firstWordMs !== null) onset.push(spoke.reportedAt - call.firstWordMs);
  }
  return [
    ...Object.entries(alarms).map(([kind, value]) => ({
      ...ours(`normal calls: false ${kind} alarm`, 'calls'),
      n: calls,
      value,
    })),
    fromSamples(ours('normal calls: first word until reported', 'ms'), onset),
  ];
}

function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

function saysNoisy(reported: readonly ReportedEvent[]): boolean {
  return reported.some(({ event }) => isFinding(event, 'noisy'));
}

function isFinding(event: ReportedEvent['event'], finding: string): boolean {
  return event.type === 'line-judged' && event.verdict.finding === finding;
}
