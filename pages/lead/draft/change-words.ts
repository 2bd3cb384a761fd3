import * as v from 'valibot';
import { i18n } from '#i18n';
import { entryWord, fieldWord } from '../../../contract/pack/field-words.ts';
import { type LocalizedText, type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Unit } from '../../../contract/pack/range.ts';
import { triggerSchema } from '../../../contract/pack/trigger.ts';
import type { PackChange, PackPlace, PackValue } from '../../../contract/release/pack-change.ts';
import type { PlainKey } from '../../../contract/words.ts';
import { triggerWords } from '../editor/trigger-words.ts';

/** Longer texts are cut in a list of changes; the form shows them in full. */
const MOST_LETTERS = 60;

const UNITS: Readonly<Record<Unit, PlainKey>> = {
  s: 'lead.unit.seconds',
  min: 'lead.unit.minutes',
  h: 'lead.unit.hours',
  d: 'lead.unit.days',
  rings: 'lead.unit.rings',
  keys: 'lead.unit.keys',
  people: 'lead.unit.people',
  dB: 'lead.unit.decibels',
  '%': 'lead.unit.percent',
};

/**
 * One difference as a sentence: 无声电话，第二次等待：5 秒 → 4 秒. `packs`: where ids are looked up for
 * their titles, newest first.
 */
export function changeWords(change: PackChange, packs: readonly Pack[], language: PackLanguage): string {
  const where = [
    ...change.places.map((place) => placeWords(place, packs, language)),
    ...fieldWords(change),
  ].reduce((one, other) => i18n.t('lead.change.join', { one, other }));
  const { what } = change;
  switch (what.kind) {
    case 'set':
      return i18n.t('lead.change.set', {
        where,
        from: valueWords(what.from, packs, language),
        to: valueWords(what.to, packs, language),
      });
    case 'added':
      return i18n.t('lead.change.added', { where, what: valueWords(what.value, packs, language) });
    case 'removed':
      return i18n.t('lead.change.removed', { where, what: valueWords(what.value, packs, language) });
    case 'moved':
      return i18n.t('lead.change.moved', { where, from: what.from + 1, to: what.to + 1 });
  }
}

function placeWords(
  { list, position, id }: PackPlace,
  packs: readonly Pack[],
  language: PackLanguage,
): string {
  const title = id === null ? null : titleOf(list, id, packs, language);
  return title ?? `${entryWord(list, i18n.t)} ${position + 1}`;
}

function titleOf(list: string, id: string, packs: readonly Pack[], language: PackLanguage): string | null {
  for (const pack of packs) {
    const named =
      list === 'situations' || list === 'techniques'
        ? pack[list].find((one) => one.id === id)?.title
        : list === 'directory' || list === 'festivals' || list === 'hotlines'
          ? pack[list]?.find((one) => one.id === id)?.name
          : undefined;
    if (named !== undefined) return textIn(named, language);
  }
  return null;
}

function fieldWords({ field, nthWait }: PackChange): readonly string[] {
  return field.flatMap((name, n) => {
    if (name === 'wait' && nthWait !== null) return [i18n.t('lead.change.nthWait', { n: nthWait })];
    if (name === 'seconds' && n > 0) return [];
    return [fieldWord(name, i18n.t)];
  });
}

function valueWords(value: PackValue, packs: readonly Pack[], language: PackLanguage): string {
  switch (value.is) {
    case 'nothing':
      return i18n.t('lead.change.nothing');
    case 'number':
      return value.unit === null ? String(value.number) : `${value.number} ${i18n.t(UNITS[value.unit])}`;
    case 'yes-no':
      return value.yes ? i18n.t('common.yes') : i18n.t('common.no');
    case 'word':
      return value.word;
    case 'text':
      return quoted(textIn(value.text, language));
    case 'part':
      return partWords(value.part, packs, language);
  }
}

/** What names a whole step, card or trigger: its sentence, text, title or name. */
function partWords(part: unknown, packs: readonly Pack[], language: PackLanguage): string {
  const [pack] = packs;
  const trigger = v.safeParse(triggerSchema, part);
  if (pack !== undefined && trigger.success) return triggerWords(trigger.output, pack, language);
  for (const name of ['title', 'text', 'name', 'label', 'phrase', 'day', 'kind']) {
    const found = typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined;
    if (typeof found === 'string') return found;
    const text = localized(found, language);
    if (text !== null) return quoted(text);
  }
  return localized(part, language) ?? i18n.t('lead.change.part');
}

function localized(value: unknown, language: keyof LocalizedText): string | null {
  const text: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, language) : undefined;
  return typeof text === 'string' ? text : null;
}

function quoted(text: string): string {
  return i18n.t('lead.change.quoted', {
    text: text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text,
  });
}
