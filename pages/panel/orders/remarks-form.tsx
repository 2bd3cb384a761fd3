import { i18n } from '#i18n';
import { longestText } from '../../../contract/longest-text.ts';
import { workOrderRemarked } from '../../../contract/team/events/work-order-remarked.ts';
import { RemarksField } from './remarks-field.tsx';
import type { OrderTyping } from './typed-orders.ts';

export interface TypingProps {
  readonly typing: OrderTyping;
  readonly type: (patch: Partial<OrderTyping>) => void;
}

interface RemarksFormProps extends TypingProps {
  readonly title: string;
  /** The remarks must not be empty. */
  readonly needed: boolean;
  readonly onDone: (remarks: string) => void;
}

/** Remarks for a step of the order. The field takes the focus. */
export function RemarksForm({ title, needed, typing, type, onDone }: RemarksFormProps) {
  const remarks = typing.remarks.trim();
  return (
    <form
      class="order-act__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!needed || remarks !== '') onDone(remarks);
      }}
    >
      <RemarksField
        label={title}
        placeholder={needed ? '' : i18n.t('orders.remarksOptional')}
        maxLength={longestText(workOrderRemarked.written.entries.remarks)}
        value={typing.remarks}
        wantsFocus
        onInput={(text) => type({ remarks: text })}
      />
      <button type="submit" class="button button--main" disabled={needed && remarks === ''}>
        {i18n.t('orders.confirm')}
      </button>
    </form>
  );
}
