/** The commands that keys have. Reasons for the defaults: docs/decisions/key-map.md. */
export const KEY_COMMANDS = [
  'answer',
  'end',
  'hold',
  'mute',
  'next',
  'accept',
  'find',
  'help',
  'note',
  'order',
  'fields',
] as const;

export type KeyCommand = (typeof KEY_COMMANDS)[number];

/** By `event.code`, pressed with Alt+Shift; layouts and input methods do not change it. */
export type KeyMap = Readonly<Record<KeyCommand, string>>;

export const DEFAULT_KEY_MAP: KeyMap = {
  answer: 'KeyJ',
  end: 'KeyG',
  hold: 'KeyD',
  mute: 'KeyM',
  next: 'KeyK',
  accept: 'KeyL',
  find: 'KeyF',
  help: 'KeyH',
  note: 'KeyR',
  order: 'KeyO',
  fields: 'KeyV',
};

/** The part of a KeyboardEvent that is used. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  /** Some input methods send 229 for their keys while `isComposing` is still false. */
  readonly keyCode?: number;
}

export type KeyMatch =
  | { readonly kind: 'command'; readonly command: KeyCommand }
  /** A pinned script, 1–9. */
  | { readonly kind: 'pinned'; readonly pin: number }
  /** Opens the palette with the typed character. */
  | { readonly kind: 'palette'; readonly query: string }
  | { readonly kind: 'key-sheet' };

const DIGIT = /^(?:Digit|Numpad)([1-9])$/;

/** Commands work everywhere, also in a field. Null if the key is no command. */
export function matchKey(press: KeyPress, map: KeyMap): KeyMatch | null {
  if (belongsToInputMethod(press)) return null;
  if (!press.altKey || !press.shiftKey || press.ctrlKey || press.metaKey) return null;
  const pin = DIGIT.exec(press.code)?.[1];
  if (pin !== undefined) return { kind: 'pinned', pin: Number(pin) };
  const command = KEY_COMMANDS.find((candidate) => map[candidate] === press.code);
  return command === undefined ? null : { kind: 'command', command };
}

/** A bare key without a focused field opens the palette with itself and does no more. */
export function matchBareKey(press: KeyPress): KeyMatch | null {
  if (belongsToInputMethod(press)) return null;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === '?' || press.key === '？') return { kind: 'key-sheet' };
  if (press.key === '/' || press.key === '、') return { kind: 'palette', query: '' };
  const typed = [...press.key];
  if (typed.length !== 1 || press.key.trim() === '') return null;
  return { kind: 'palette', query: press.key };
}

/** Enter without any focus accepts the suggestion. Buttons and fields use it themselves. */
export function matchEnterAtRest(press: KeyPress): KeyMatch | null {
  if (belongsToInputMethod(press) || press.key !== 'Enter') return null;
  if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey) return null;
  return { kind: 'command', command: 'accept' };
}

export function belongsToInputMethod(press: KeyPress): boolean {
  return press.isComposing || press.keyCode === 229 || press.key === 'Process';
}
