import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import type { ResolvedPublicFile as PublicFile } from 'wxt';
import { ANALYSER_FILES } from '../audio/analyser-assets.ts';
import { denseKernel } from './dense-kernel.ts';
import { speechWeights } from './speech-weights.ts';

/** WXT copies files or writes text; other files are written here. */
const MADE = '.wxt';

/**
 * Every file of the line analyser by its path: two scripts, the model's weights, and their kernel.
 */
export async function readAnalyserFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const [worklet, worker, weights, kernel] = await Promise.all([
    bundle(resolve('audio/analyser-worklet.ts')),
    bundle(resolve('audio/analyser-worker.ts')),
    speechWeights(),
    denseKernel(),
  ]);
  return new Map([
    [ANALYSER_FILES.worklet, worklet],
    [ANALYSER_FILES.worker, worker],
    [ANALYSER_FILES.weights, weights],
    [ANALYSER_FILES.kernel, kernel],
  ]);
}

/** WXT's hook for files beside the pages: adds those of the line analyser. */
export async function addAnalyserFiles(_: unknown, files: PublicFile[]): Promise<void> {
  await mkdir(resolve(MADE, 'line-analyser'), { recursive: true });
  for (const [path, bytes] of await readAnalyserFiles()) {
    const absoluteSrc = resolve(join(MADE, path));
    await writeFile(absoluteSrc, bytes);
    files.push({ absoluteSrc, relativeDest: path.slice(1) });
  }
}

async function bundle(entry: string): Promise<Uint8Array> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', assetsInlineLimit: 0, rollupOptions: { input: entry } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${entry} gave no bundle.`);
  return new TextEncoder().encode(chunk.code);
}
