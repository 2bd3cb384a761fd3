/** The module that tools/readings-plugin.ts makes: readings as `readReadings` takes them. */
declare module 'virtual:hanzi-readings' {
  export const readings: string;
}
