/** The modifier of every command. macOS has another name for it, which the key sheet shows. */
export const KEY_MODIFIER = 'Alt+Shift';

/** `Alt+Shift+J` for `KeyJ`, for buttons and the key sheet. */
export function keyLabel(code: string): string {
  return `${KEY_MODIFIER}+${code.replace(/^(?:Key|Digit)/, '')}`;
}
