import { readFile } from 'node:fs/promises';
import wabt from 'wabt';

const SOURCE = 'audio/dense.wat';

/** audio/dense.wat as WebAssembly. */
export async function denseKernel(): Promise<Uint8Array<ArrayBuffer>> {
  const { parseWat } = await wabt();
  const module = parseWat(SOURCE, await readFile(SOURCE, 'utf8'), { simd: true });
  try {
    module.validate();
    return Uint8Array.from(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}
