/** The module that tools/pack-plugin.ts builds from the scripts. */
declare module '*/scripts/pack.yaml' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}
