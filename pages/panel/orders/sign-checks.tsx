import { i18n } from '#i18n';
import { CheckField } from '../../../components/check-field.tsx';
import { type MajorSign, majorSignSchema } from '../../../contract/team/work-order-parts.ts';
import { signText } from './order-words.ts';

interface SignChecksProps {
  readonly signs: readonly MajorSign[];
  readonly onSigns: (signs: MajorSign[]) => void;
}

/** What makes a complaint major at once (handbook §4.2). */
export function SignChecks({ signs, onSigns }: SignChecksProps) {
  return (
    <fieldset class="order-form__signs">
      <legend class="visually-hidden">{i18n.t('record.signs')}</legend>
      {majorSignSchema.options.map((sign) => (
        <CheckField
          key={sign}
          name={sign}
          label={signText(sign)}
          checked={signs.includes(sign)}
          onCheck={(on) => onSigns(on ? [...signs, sign] : signs.filter((other) => other !== sign))}
        />
      ))}
    </fieldset>
  );
}
