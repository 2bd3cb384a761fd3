/** The name in the lead's list of devices: browser and system, no personal data. */
export function deviceLabel(): string {
  const { userAgent } = navigator;
  const name = /Edg\//.test(userAgent) ? 'Edge' : import.meta.env.FIREFOX ? 'Firefox' : 'Chrome';
  const system = /Windows|Mac OS|Linux|CrOS/.exec(userAgent)?.[0] ?? '';
  return `${name} ${system}`.trim();
}
