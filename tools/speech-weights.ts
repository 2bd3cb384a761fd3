import { readFile } from 'node:fs/promises';
import protobuf from 'protobufjs';
import { SIDE_BY_SIDE, SPEECH_LAYERS, type SpeechLayer } from '../audio/speech-layers.ts';

/** Silero VAD v5 (MIT), as its authors publish it. */
const MODEL_FILE = 'node_modules/@ricky0123/vad-web/dist/silero_vad_v5.onnx';

/** The needed part of ONNX's schema (onnx.proto3): constants of the 8 kHz branch. */
const ONNX = `
  syntax = "proto3";
  message Tensor { int32 data_type = 2; string name = 8; bytes raw_data = 9; }
  message Attribute { string name = 1; Tensor t = 5; Graph g = 6; }
  message Node { repeated Attribute attribute = 5; }
  message Graph { repeated Node node = 1; }
  message Model { Graph graph = 7; }
`;
const FLOAT = 1;

interface OnnxTensor {
  readonly dataType: number;
  readonly name: string;
  readonly rawData: Uint8Array;
}
interface OnnxGraph {
  readonly node: readonly { readonly attribute: readonly OnnxAttribute[] }[];
}
interface OnnxAttribute {
  readonly name: string;
  readonly t?: OnnxTensor;
  readonly g?: OnnxGraph;
}

/** The speech model's weights in the order of SPEECH_LAYERS: 0.8 MB, 2.3 MB with 16 kHz. */
export async function speechWeights(): Promise<Uint8Array<ArrayBuffer>> {
  const tensors = await readTensors();
  const of = (name: string): Float32Array => {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw new Error(`${MODEL_FILE} has no ${name}.`);
    return tensor;
  };
  const convolution = (index: number, layer: SpeechLayer, taps: readonly number[]): Float32Array[] => {
    const weight = of(`encoder.${index}.reparam_conv.weight`);
    const channels = layer.inputs / taps.length;
    const at = (output: number, input: number) =>
      weight[(output * channels + (input % channels)) * 3 + (taps[Math.floor(input / channels)] ?? 0)] ?? 0;
    return [sideBySide(layer, at), of(`encoder.${index}.reparam_conv.bias`)];
  };
  const { first, second, third, fourth, memory } = SPEECH_LAYERS;
  const [fresh, last] = [of('decoder.rnn.weight_ih'), of('decoder.rnn.weight_hh')];
  const half = memory.inputs / 2;
  const lastBias = of('decoder.rnn.bias_hh');
  const parts = [
    ...convolution(0, first, [0, 1, 2]),
    ...convolution(1, second, [0, 1, 2]),
    ...convolution(2, third, [1, 2]),
    ...convolution(3, fourth, [1]),
    sideBySide(memory, (o, i) => (i < half ? fresh[o * half + i] : last[o * half + i - half]) ?? 0),
    of('decoder.rnn.bias_ih').map((bias, i) => bias + (lastBias[i] ?? 0)),
    of('decoder.decoder.2.weight'),
    of('decoder.decoder.2.bias'),
  ];
  return new Uint8Array(await new Blob(parts.map((part) => Float32Array.from(part))).arrayBuffer());
}

function sideBySide(
  { inputs, outputs }: SpeechLayer,
  at: (output: number, input: number) => number,
): Float32Array {
  return new Float32Array(inputs * outputs).map((_, place) => {
    const [round, within] = [Math.floor(place / (inputs * SIDE_BY_SIDE)), place % (inputs * SIDE_BY_SIDE)];
    return at(round * SIDE_BY_SIDE + (within % SIDE_BY_SIDE), Math.floor(within / SIDE_BY_SIDE));
  });
}

async function readTensors(): Promise<Map<string, Float32Array>> {
  const type = protobuf.parse(ONNX).root.lookupType('Model');
  const decoded = type.decode(new Uint8Array(await readFile(MODEL_FILE)));
  const { graph } = type.toObject(decoded, { arrays: true }) as { readonly graph: OnnxGraph };
  const tensors = new Map<string, Float32Array>();
  // The model asks for the rate first; its other branch is the one for 8 kHz.
  const branch = graph.node
    .flatMap(({ attribute }) => attribute)
    .find(({ name }) => name === 'else_branch')?.g;
  for (const { attribute } of branch?.node ?? []) {
    for (const { t } of attribute) {
      if (t?.dataType !== FLOAT) continue;
      const bytes = Uint8Array.from(t.rawData);
      tensors.set(t.name, new Float32Array(bytes.buffer));
    }
  }
  return tensors;
}
