import { i18n } from '#i18n';
import { CheckField } from '../../../components/check-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { workOrderClosed } from '../../../contract/team/events/work-order-closed.ts';
import type { WorkOrderOutcome } from '../../../rules/work-orders/work-order.ts';
import { ChipRow } from './chip-row.tsx';
import { outcomeText } from './order-words.ts';
import type { Choice, OrdersAction } from './orders-view.ts';
import { RemarksField } from './remarks-field.tsx';
import type { TypingProps } from './remarks-form.tsx';

interface CloseFormProps extends TypingProps {
  readonly outcomes: readonly WorkOrderOutcome[];
  readonly reports: readonly Choice[];
  readonly onDone: (action: Extract<OrdersAction, { do: 'close' }>) => void;
}

/** How an order ended. All outcomes but `settled` need a reason. */
export function CloseForm({ outcomes, reports, typing, type, onDone }: CloseFormProps) {
  const { reported } = typing;
  const outcome = outcomes.find((one) => one === typing.outcome) ?? null;
  const reason = typing.remarks.trim();
  const unreported = outcome === 'not-satisfied' ? reports.filter(({ id }) => !reported.includes(id)) : [];
  const isGood = outcome !== null && (outcome === 'settled' || reason !== '') && unreported.length === 0;
  return (
    <form
      class="order-act__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome !== null && isGood) onDone({ do: 'close', outcome, reason, reportedTo: reported });
      }}
    >
      <ChipRow
        label={i18n.t('orders.outcome')}
        choices={outcomes.map((id) => ({ id, label: outcomeText(id) }))}
        chosen={outcome ?? ''}
        onChoose={(id) => type({ outcome: outcomes.find((known) => known === id) ?? null })}
      />
      <RemarksField
        label={outcome === 'settled' ? i18n.t('orders.summary') : i18n.t('orders.reason')}
        maxLength={longestText(workOrderClosed.written.entries.reason)}
        value={typing.remarks}
        onInput={(text) => type({ remarks: text })}
      />
      {outcome === 'not-satisfied' &&
        reports.map(({ id, label }) => (
          <CheckField
            key={id}
            name={`report-${id}`}
            label={i18n.t('orders.reported', { to: label })}
            checked={reported.includes(id)}
            onCheck={(on) =>
              type({ reported: on ? [...reported, id] : reported.filter((other) => other !== id) })
            }
          />
        ))}
      <button type="submit" class="button button--main" disabled={!isGood}>
        {i18n.t('orders.close')}
      </button>
    </form>
  );
}
