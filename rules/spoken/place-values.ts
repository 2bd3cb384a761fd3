import type { Call } from '../../calls/call.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { DirectoryEntry } from '../../contract/pack/directory.ts';
import { textIn } from '../../contract/pack/localized-text.ts';
import type { CadenceCountry } from '../../contract/pack/ring-cadence.ts';
import type { Words } from '../../contract/words.ts';
import type { PlaceholderValues } from './fill-placeholders.ts';
import { spokenHours } from './spoken-hours.ts';
import { spokenNumber } from './spoken-number.ts';

/** Values of the directory entry that the script refers to; none without an entry. */
export function placeValues(
  entry: DirectoryEntry | null,
  words: Words,
  country: CadenceCountry,
): PlaceholderValues {
  if (entry === null) return {};
  const name = textIn(entry.name, words('language'));
  if (entry.kind === 'person') return { colleague: name };
  const hours = spokenHours(entry.hours, words);
  const place = { department: name, departmentNumber: spokenNumber(entry.number, country), hours };
  return entry.kind === 'store' ? { ...place, store: name } : place;
}

/** Directory entry of the call's transfer target; null if there is none. */
export function placeOfTransfer(call: Call, directory: readonly DirectoryEntry[]): DirectoryEntry | null {
  if (call.state !== 'established' || call.transfer.state === 'none') return null;
  const { target } = call.transfer;
  const form = numberForm(target);
  const is = ({ number }: DirectoryEntry) =>
    number === target || (form !== null && numberForm(number) === form);
  return directory.find(is) ?? null;
}
