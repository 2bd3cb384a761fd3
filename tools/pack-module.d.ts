/** The module that tools/pack-plugin.ts builds from the scripts. */
declare module '*/scripts/pack.yaml' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}

/** The same pack for readers of one language. */
declare module '*/scripts/pack.yaml?language=zh-CN' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}
declare module '*/scripts/pack.yaml?language=zh-TW' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}
declare module '*/scripts/pack.yaml?language=en' {
  export const pack: import('../contract/pack/pack.ts').Pack;
}
