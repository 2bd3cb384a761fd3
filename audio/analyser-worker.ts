import type { Side } from '../calls/vocabulary/side.ts';
import type { FrameMessage, WorkerAnswer, WorkerRequest } from './analyser-messages.ts';
import { loadSpeechModel, type SpeechModel } from './speech-model.ts';
import { Voice } from './voice.ts';

let model: Promise<SpeechModel> | null = null;

self.onmessage = ({ data, ports }: MessageEvent<WorkerRequest>) => {
  if (data.ask === 'load') {
    model = load(data.weights, data.kernel);
    model.catch(failed);
    return;
  }
  const [frames] = ports;
  if (model !== null && frames !== undefined) analyseSide(data.side, frames, model).catch(failed);
};

async function load(weightsUrl: string, kernelUrl: string): Promise<SpeechModel> {
  const [weights, kernel] = await Promise.all([read(weightsUrl), read(kernelUrl)]);
  return await loadSpeechModel(weights, kernel);
}

async function read(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return await response.arrayBuffer();
}

/** Frames that come while the model is loading wait in the port. */
async function analyseSide(side: Side, port: MessagePort, loading: Promise<SpeechModel>): Promise<void> {
  const voice = new Voice(await loading);
  port.onmessage = ({ data: { frame, audioTime } }: MessageEvent<FrameMessage>) => {
    const judged = voice.judge(frame);
    if (judged !== null) answer({ answer: 'judged', side, audioTime, judged });
  };
}

function failed(error: unknown): void {
  answer({ answer: 'failed', why: String(error) });
}

function answer(message: WorkerAnswer): void {
  self.postMessage(message);
}
