import { randomInt } from 'node:crypto';
import { FRAME_SAMPLES, MULAW_SILENCE } from './mulaw.ts';

const FRAME_MS = 20;
/**
 * After a stall of the process, what is older than this many frames is skipped and not sent in a
 * burst.
 */
const MOST_FRAMES_AT_ONCE = 10;

export interface MulawFrame {
  readonly payload: Uint8Array;
  readonly sequenceNumber: number;
  readonly timestamp: number;
  /** First frame after a pause (RFC 3551 §4.1). */
  readonly marker: boolean;
}

export interface Speaker {
  /**
   * Plays once from the beginning; settles when the last frame was sent or something else took its
   * place.
   */
  play(mulaw: Uint8Array): Promise<void>;
  /** Loops until something else replaces it. */
  loop(mulaw: Uint8Array): void;
  /** Sends silence, as a phone without voice activity detection does. */
  hush(): void;
  /** Sends no packets at all until `resumePackets`. */
  stopPackets(): void;
  resumePackets(): void;
  stop(): void;
}

/**
 * Paces µ-law into packets of 20 ms each against the clock, so that neither drift nor a stall
 * changes the pitch.
 */
export function openSpeaker(emit: (frame: MulawFrame) => void): Speaker {
  let sound: Uint8Array = new Uint8Array();
  let position = 0;
  let looping = false;
  let finished: () => void = () => {};
  let sending = true;
  let marker = true;
  let sequenceNumber = randomInt(0, 2 ** 15);
  let timestamp = randomInt(0, 2 ** 31);
  let due = performance.now();

  function nextPayload(): Uint8Array {
    const payload = new Uint8Array(FRAME_SAMPLES).fill(MULAW_SILENCE);
    payload.set(sound.subarray(position, position + FRAME_SAMPLES));
    position += FRAME_SAMPLES;
    if (position >= sound.length) {
      position = 0;
      if (!looping) replace(new Uint8Array(), false);
    }
    return payload;
  }

  function replace(next: Uint8Array, loop: boolean): void {
    sound = next;
    position = 0;
    looping = loop;
    const settle = finished;
    finished = () => {};
    settle();
  }

  function tick(): void {
    const now = performance.now();
    if (now - due > FRAME_MS * MOST_FRAMES_AT_ONCE) due = now;
    for (; due <= now; due += FRAME_MS) {
      timestamp = (timestamp + FRAME_SAMPLES) >>> 0;
      const payload = nextPayload();
      if (!sending) continue;
      sequenceNumber = (sequenceNumber + 1) & 0xffff;
      emit({ payload, sequenceNumber, timestamp, marker });
      marker = false;
    }
    timer = setTimeout(tick, Math.max(1, due - performance.now()));
  }
  let timer = setTimeout(tick, 0);

  return {
    play(mulaw) {
      replace(mulaw, false);
      return new Promise((resolve) => {
        finished = resolve;
      });
    },
    loop: (mulaw) => replace(mulaw, true),
    hush: () => replace(new Uint8Array(), false),
    stopPackets() {
      sending = false;
    },
    resumePackets() {
      marker = !sending || marker;
      sending = true;
    },
    stop() {
      clearTimeout(timer);
      replace(new Uint8Array(), false);
    },
  };
}
