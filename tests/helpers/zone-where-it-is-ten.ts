/** A time zone in which it is ten in the morning now, outside the rest hours. */
export function zoneWhereItIsTen(): string {
  const ahead = ((10 - new Date().getUTCHours() + 36) % 24) - 12;
  // POSIX zones have the opposite sign.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
