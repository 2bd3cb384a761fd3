/** True in `npm run soak`, where the hard tests run many times over. */
export const SOAKING = process.env['SOAK'] === '1';

/** How often a test repeats: `normal` in `npm test`, `soak` in `npm run soak`. */
export function times(normal: number, soak: number): number {
  return SOAKING ? soak : normal;
}
