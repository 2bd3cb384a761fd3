/** A zone in which it is ten in the morning now: nobody is called in a rest hour. */
export function zoneWhereItIsTen(): string {
  const ahead = ((10 - new Date().getUTCHours() + 36) % 24) - 12;
  // POSIX counts the other way round.
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
