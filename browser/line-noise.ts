/** The noise of a bad line, under what a practice caller says. */
export interface LineNoise {
  /** From now on; again and again changes nothing. */
  play(isOn: boolean): void;
}

type Contexts = new () => AudioContext;

/** Loud enough to hide a word here and there, soft enough for an ear: of full scale. */
const GAIN = 0.12;
const SECONDS = 3;

/** Made when it is first heard; without Web Audio there is none. */
export function lineNoise(Contexts: Contexts | undefined = globalThis.AudioContext): LineNoise {
  let playing: AudioContext | null = null;
  return {
    play(isOn) {
      if (isOn === (playing !== null) || Contexts === undefined) return;
      if (playing !== null) {
        void playing.close();
        playing = null;
        return;
      }
      playing = new Contexts();
      const source = playing.createBufferSource();
      source.buffer = noiseBuffer(playing);
      source.loop = true;
      const gain = playing.createGain();
      gain.gain.value = GAIN;
      source.connect(gain).connect(playing.destination);
      source.start();
    },
  };
}

/** Brown noise with gusts, like a building site behind a telephone. */
function noiseBuffer(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, SECONDS * context.sampleRate, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let last = 0;
  for (let at = 0; at < samples.length; at += 1) {
    last = (last + 0.04 * (2 * Math.random() - 1)) / 1.02;
    const gust = 0.7 + 0.3 * Math.sin((2 * Math.PI * at) / samples.length);
    samples[at] = Math.max(-1, Math.min(1, last * 6 * gust));
  }
  return buffer;
}
