/** Names a released pack in journal entries and events: enough of a digest for many packs. */
export function packKey(digest: string): string {
  return digest.slice(0, 16);
}

/** Names the pack that came with the extension. */
export function shippedPackKey({ version }: { readonly version: string }): string {
  return `shipped-${version}`;
}
