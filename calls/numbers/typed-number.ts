import { readNumber } from './read-number.ts';
import { writtenNumber } from './telephone-number.ts';

/** What is kept of a number that was typed or pasted into a form; other text (a name) as it is. */
export function typedNumber(text: string): string {
  const read = readNumber(text);
  return read === null ? text.trim() : writtenNumber(read);
}
