import { type UnzipCallback, unzipSync, type Zippable, zipSync } from 'fflate/browser';

/**
 * fflate in the pages of the extension (wxt.config.ts puts this in place of the package, which the
 * libraries of contract/table import). For a file over 160 kB its own `zip` starts a worker from a
 * blob, which the policy of extension pages forbids, and then waits for ever.
 */
export * from 'fflate/browser';

export function zip(files: Zippable, done: (error: null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}

export function unzip(archive: Uint8Array, done: UnzipCallback): void {
  done(null, unzipSync(archive));
}
