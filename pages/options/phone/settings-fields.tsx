import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { CheckField } from '../../../components/check-field.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { type Settings, settingsSchema } from '../../../contract/settings/settings.ts';
import type { ManagedField } from '../frame/options-view.ts';

type TextName = { [N in keyof Settings]: string extends Settings[N] ? N : never }[keyof Settings];
type CheckName = { [N in keyof Settings]: Settings[N] extends boolean ? N : never }[keyof Settings];
type ChoiceName = {
  [N in keyof Settings]: Settings[N] extends string ? (string extends Settings[N] ? never : N) : never;
}[keyof Settings];

/** Words are functions: they are read when the form is drawn, in the language of the browser. */
export type SettingsField = { readonly label: () => string; readonly hint?: () => string } & (
  | { readonly kind: 'check'; readonly name: CheckName }
  | {
      readonly kind: 'text';
      readonly name: TextName;
      readonly placeholder?: string;
      /** A number: its digits are kept in ASCII. */
      readonly digits?: true;
      /** What is wrong with a value; null if nothing is. */
      readonly problem?: (value: string) => string | null;
    }
  | {
      [Name in ChoiceName]: {
        readonly kind: 'choice';
        readonly name: Name;
        readonly choices: Readonly<Record<Settings[Name], () => string>>;
      };
    }[ChoiceName]
);

interface SettingsFieldsProps {
  readonly fields: readonly SettingsField[];
  readonly draft: Settings;
  readonly managed: readonly ManagedField[];
  readonly onChange: (patch: Partial<Settings>) => void;
}

/** The fields of a form, from data. */
export function SettingsFields({ fields, draft, managed, onChange }: SettingsFieldsProps) {
  return fields.map((field) => (
    <Field key={field.name} {...{ field, draft, onChange }} managed={managed.includes(field.name)} />
  ));
}

/** What is wrong with a field; null if nothing is. */
export function problemOf(field: SettingsField, draft: Settings): string | null {
  return field.kind === 'text' ? (field.problem?.(draft[field.name].trim()) ?? null) : null;
}

interface FieldProps {
  readonly field: SettingsField;
  readonly draft: Settings;
  readonly managed: boolean;
  readonly onChange: (patch: Partial<Settings>) => void;
}

function Field({ field, draft, managed, onChange }: FieldProps) {
  const { name } = field;
  const common = { name, managed, label: field.label(), ...(field.hint && { hint: field.hint() }) };
  switch (field.kind) {
    case 'check':
      return (
        <CheckField
          {...common}
          checked={draft[field.name]}
          onCheck={(checked) => onChange({ [field.name]: checked })}
        />
      );
    case 'text':
      return (
        <TextField
          {...common}
          {...(field.placeholder !== undefined && { placeholder: field.placeholder })}
          maxLength={longestText(settingsSchema.entries[field.name])}
          value={draft[field.name]}
          problem={problemOf(field, draft)}
          onInput={(value) => onChange({ [field.name]: field.digits === true ? plainDigits(value) : value })}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          {...common}
          value={draft[field.name]}
          choices={Object.entries(field.choices).map(([id, word]) => ({ id, label: word() }))}
          onChoice={(id) => {
            if (Object.hasOwn(field.choices, id)) onChange({ [field.name]: id });
          }}
        />
      );
  }
}
