import { isThisComputer } from './this-computer.ts';

/** What the address of a page about the caller may name, in braces. */
export const SCREEN_POP_VALUES = ['number', 'name', 'order', 'agent'] as const;

export type ScreenPopValues = Readonly<Record<(typeof SCREEN_POP_VALUES)[number], string>>;

const VALUE = /\{([a-z]*)\}/g;
const isValue = (name: string): name is keyof ScreenPopValues =>
  SCREEN_POP_VALUES.some((known) => known === name);

/**
 * The page about a caller: each value is encoded, so that a caller's name or number can change
 * nothing else of the address. Null if the template or its result is no address to open.
 */
export function screenPopUrl(template: string, values: ScreenPopValues): string | null {
  if (!isScreenPopTemplate(template)) return null;
  const filled = template.replaceAll(VALUE, (_whole, name: string) =>
    isValue(name) ? encodeURIComponent(wellFormed(values[name])) : '',
  );
  return isPageUrl(filled) ? filled : null;
}

/** https, or http to this computer; only values that are known, and none in the host. */
export function isScreenPopTemplate(template: string): boolean {
  const [origin = ''] = /^[^/]*\/\/[^/?#]*/.exec(template) ?? [];
  const names = [...template.matchAll(VALUE)].map(([, name = '']) => name);
  return isPageUrl(template) && !/[{}]/.test(origin) && names.every(isValue);
}

export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isThisComputer(hostname));
}

/** Half a character, as a broken display name may have, cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '');
}
