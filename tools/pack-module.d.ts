/** What tools/pack-plugin.ts makes of the scripts at build. */
declare module '*/scripts/pack.yaml' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}
