import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import type { AnyEditor } from '../../../contract/pack/editor-field.ts';
import type { PlainKey } from '../../../contract/words.ts';
import { DayField } from './day-field.tsx';
import { LineField } from './line-field.tsx';
import { isLocalizedText, LocalizedField } from './localized-field.tsx';
import { namedChoices } from './named-sources.ts';
import { NumberField, OptionalNumberField } from './number-field.tsx';
import { type Choice, PickField } from './pick-field.tsx';
import type { Place } from './place.ts';
import { isTarget, TargetField } from './target-field.tsx';
import { TickField } from './tick-field.tsx';
import { TickSet } from './tick-set.tsx';
import { isTimeLimit, TimeLimitField } from './time-limit-field.tsx';
import { WordsField } from './words-field.tsx';

type SingleEditor = Exclude<AnyEditor, { readonly kind: 'group' | 'variant' | 'list' }>;

interface ControlProps {
  readonly place: Place;
  readonly editor: SingleEditor;
  readonly label: string;
  readonly value: unknown;
  /** The part in which the value stands. */
  readonly beside: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The control of one value, by its kind. The type of the description says that the value fits. */
export function Control({ place, editor, label, value, beside, onChange }: ControlProps) {
  const common = { place, label, onChange };
  switch (editor.kind) {
    case 'tick':
      return <TickField {...common} value={value === true} />;
    case 'number': {
      const unit = editor.unit === undefined ? '' : i18n.t(editor.unit);
      if (editor.usual === undefined) return <NumberField {...common} unit={unit} value={Number(value)} />;
      return (
        <OptionalNumberField
          {...common}
          unit={unit}
          value={typeof value === 'number' ? value : undefined}
          usual={place.pack.settings.thresholds[editor.usual]}
        />
      );
    }
    case 'text':
      return (
        <LineField
          {...common}
          value={String(value)}
          onChange={editor.digits === true ? (text) => onChange(plainDigits(text)) : onChange}
        />
      );
    case 'day':
      return <DayField {...common} value={String(value)} />;
    case 'words':
      return <WordsField {...common} value={textsOf(value)} />;
    case 'localized':
      return isLocalizedText(value) ? <LocalizedField {...common} value={value} /> : null;
    case 'limit':
      return isTimeLimit(value) ? <TimeLimitField place={place} limit={value} onChange={onChange} /> : null;
    case 'target':
      return (
        <TargetField
          {...common}
          value={isTarget(value) ? value : undefined}
          {...(editor.following === undefined ? {} : { following: i18n.t(editor.following) })}
        />
      );
    case 'choice':
    case 'named':
      return (
        <PickField
          place={place}
          label={label}
          value={typeof value === 'string' ? value : ''}
          choices={[
            ...noneChoice(editor.none),
            ...(editor.kind === 'choice'
              ? choicesOf(editor.choices)
              : namedChoices(editor.from, place, beside)),
          ]}
          onPick={(id) => onChange(id === '' ? undefined : id)}
        />
      );
    case 'choices':
      return <TickSet {...common} choices={choicesOf(editor.choices)} value={textsOf(value)} sorted />;
    case 'named-set':
      return (
        <TickSet {...common} choices={namedChoices(editor.from, place, beside)} value={textsOf(value)} />
      );
  }
}

/** The choice that leaves a value out. */
export function noneChoice(none: PlainKey | undefined): readonly Choice[] {
  return none === undefined ? [] : [{ id: '', label: i18n.t(none) }];
}

export function choicesOf(words: Readonly<Record<string, PlainKey>>): readonly Choice[] {
  return Object.entries(words).map(([id, key]) => ({ id, label: i18n.t(key) }));
}

/** Takes the whole width of the form. */
export function isLong({ kind }: SingleEditor): boolean {
  switch (kind) {
    case 'localized':
    case 'words':
    case 'choices':
    case 'named-set':
      return true;
    case 'tick':
    case 'number':
    case 'text':
    case 'day':
    case 'limit':
    case 'target':
    case 'choice':
    case 'named':
      return false;
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
