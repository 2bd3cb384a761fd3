import { i18n } from '#i18n';
import { readCount } from '../../../calls/numbers/plain-digits.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';

interface CountInputProps {
  readonly id: string;
  readonly name?: string;
  readonly bounds: readonly [number, number];
  /** May be left empty. */
  readonly optional: boolean;
  readonly typed: string;
  readonly describedBy?: string;
  readonly onTyped: (text: string) => void;
}

/**
 * A whole number within bounds. Not an input of type number: that drops the digits that an input
 * method writes.
 */
export function CountInput({ id, name, bounds, optional, typed, describedBy, onTyped }: CountInputProps) {
  const [min, max] = bounds;
  const count = readCount(typed);
  const isGood = typed.trim() === '' ? optional : count !== null && count >= min && count <= max;
  return (
    <input
      ref={(field) => field?.setCustomValidity(isGood ? '' : i18n.t('common.wholeNumber', { min, max }))}
      id={id}
      {...(name === undefined ? {} : { name })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...CUSTOMER_TEXT}
      type="text"
      inputmode="numeric"
      maxLength={12}
      value={typed}
      onInput={({ currentTarget }) => onTyped(currentTarget.value)}
    />
  );
}
