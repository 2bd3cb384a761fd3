/** A part of a whole: `98% (45/46)`. It is 100% only where none is missing. */
export function shareText(counted: number, of: number): string {
  if (of === 0) return '–';
  const percent = counted === of ? 100 : Math.min(99, Math.round((100 * counted) / of));
  return `${percent}% (${counted}/${of})`;
}
