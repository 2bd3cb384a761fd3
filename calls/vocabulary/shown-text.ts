/** Unicode Cc, Cf, Cs, Zl and Zp: characters that hide, reverse or break a line. */
const TRICKS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The other side's text, safe to show as a text node or in a notification: one line, without
 * control characters or reversed direction, and shortened. Null if nothing is left.
 */
export function shownText(text: string | null, limit = 60): string | null {
  const shown = (text ?? '').replace(TRICKS, '').trim();
  if (shown === '') return null;
  const letters = [...shown];
  return letters.length > limit ? `${letters.slice(0, limit).join('')}…` : shown;
}
