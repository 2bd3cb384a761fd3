let known: { readonly offset: number; readonly name: string } | null = null;

/** Name of this computer's time zone, as `Asia/Shanghai`. */
export function timeZoneHere(): string {
  const offset = new Date().getTimezoneOffset();
  // Asking costs more than a page can spend on each rendering.
  if (known?.offset !== offset) {
    known = { offset, name: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  }
  return known.name;
}
