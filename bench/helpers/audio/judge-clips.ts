import { FRAME_SAMPLES, SAMPLE_RATE } from '../../../audio/frame.ts';
import type { Measurement } from '../bench-report.ts';
import { areaUnderCurve } from './auc.ts';
import { type Clip, LABEL_SAMPLES } from './clip.ts';
import type { Detector } from './detectors.ts';

const bench = 'audio';

interface Judged {
  readonly condition: string;
  readonly scores: Float32Array;
  readonly labels: Uint8Array;
}

/**
 * One detector over all clips: AUC a condition, false positives where nobody speaks, CPU per second
 * of audio.
 */
export async function judgeClips(clips: readonly Clip[], { name, scores }: Detector): Promise<Measurement[]> {
  const judged: Judged[] = [];
  let cpuMs = 0;
  let seconds = 0;
  for (const clip of clips) {
    const before = process.cpuUsage();
    const result = await scores(clip.sound);
    const { user, system } = process.cpuUsage(before);
    cpuMs += (user + system) / 1000;
    seconds += clip.sound.length / SAMPLE_RATE;
    judged.push({ condition: clip.condition, scores: result, labels: frameLabels(clip, result.length) });
  }
  const threshold = missingOneInTwenty(judged.filter(({ condition }) => condition === 'G.711'));
  const conditions = [...new Set(judged.map(({ condition }) => condition))];
  const rows = conditions.map((condition): Measurement => {
    const { scores: pooled, labels } = pool(judged.filter((one) => one.condition === condition));
    const nobody = condition.startsWith('nobody');
    const value = nobody
      ? pooled.filter((score) => score >= threshold).length / pooled.length
      : areaUnderCurve(pooled, labels);
    const metric = nobody ? `false speech, ${condition.slice(8)}` : `AUC, ${condition}`;
    return { bench, metric, subject: name, unit: nobody ? 'share' : 'AUC', n: pooled.length, value };
  });
  const cost = {
    bench,
    metric: 'CPU per second of audio',
    subject: name,
    unit: 'ms',
    n: Math.round(seconds),
  };
  return [...rows, { ...cost, value: cpuMs / seconds }];
}

/** The common operating point: 95 % of clean telephone speech is detected. */
function missingOneInTwenty(clean: readonly Judged[]): number {
  const { scores, labels } = pool(clean);
  const spoken = scores.filter((_, i) => labels[i] === 1).sort();
  return Math.max(spoken[Math.floor(spoken.length * 0.05)] ?? 0, 1e-9);
}

function pool(parts: readonly Judged[]): { scores: Float32Array; labels: Uint8Array } {
  return {
    scores: Float32Array.from(parts.flatMap(({ scores }) => [...scores])),
    labels: Uint8Array.from(parts.flatMap(({ labels }) => [...labels])),
  };
}

/** A frame is speech if most of it is. */
function frameLabels({ speech }: Clip, frames: number): Uint8Array {
  const perFrame = FRAME_SAMPLES / LABEL_SAMPLES;
  return new Uint8Array(frames).map((_, k) => {
    const part = speech.subarray(Math.floor(k * perFrame), Math.ceil((k + 1) * perFrame));
    return part.reduce((sum, one) => sum + one, 0) * 2 >= part.length && part.length > 0 ? 1 : 0;
  });
}
