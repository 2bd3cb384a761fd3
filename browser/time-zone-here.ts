/** Name of the zone that this computer's clock shows, as `Asia/Shanghai`. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
