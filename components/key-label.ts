/** The modifier of every command. macOS names it otherwise, and the sheet says so. */
export const KEY_MODIFIER = 'Alt+Shift';

/** `Alt+Shift+J` for `KeyJ`, as written on buttons and on the sheet. */
export function keyLabel(code: string): string {
  return `${KEY_MODIFIER}+${code.replace(/^(?:Key|Digit)/, '')}`;
}
