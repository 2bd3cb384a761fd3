/** Name of this computer's time zone, as `Asia/Shanghai`. */
export function timeZoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
