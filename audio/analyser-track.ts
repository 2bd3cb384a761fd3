import type { Side } from '../calls/vocabulary/side.ts';
import type { WorkerRequest } from './analyser-messages.ts';

export interface TrackListener {
  stop(): void;
}

/** Connects one track through the worklet to the worker. It is not played, stored or sent. */
export function listenToTrack(
  context: AudioContext,
  worker: Worker,
  track: MediaStreamTrack,
  side: Side,
): TrackListener {
  const stream = new MediaStream([track]);
  // Chromium decodes a remote track only while a media element has it, even a muted one.
  const element = new Audio();
  element.muted = true;
  element.srcObject = stream;
  element.play().catch(() => {
    // The track is decoded even if play is refused.
  });
  const source = context.createMediaStreamSource(stream);
  const worklet = new AudioWorkletNode(context, 'line-analyser', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  const { port1, port2 } = new MessageChannel();
  const request: WorkerRequest = { ask: 'analyse', side };
  worker.postMessage(request, [port1]);
  worklet.port.postMessage(port2, [port2]);
  source.connect(worklet);
  return {
    stop: () => {
      worklet.port.postMessage('stop');
      source.disconnect();
      worklet.disconnect();
      element.srcObject = null;
    },
  };
}
