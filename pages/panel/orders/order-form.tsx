import { useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { workOrderOpened } from '../../../contract/team/events/work-order-opened.ts';
import { complaintRecordSchema } from '../../../contract/team/work-order-parts.ts';
import { ChipRow } from './chip-row.tsx';
import './order-form.css';
import { callerText } from './order-item.tsx';
import { problemText } from './order-words.ts';
import type { ActOnOrders, OrderFormView } from './orders-view.ts';
import { SignChecks } from './sign-checks.tsx';
import type { OrderDraft } from './typed-orders.ts';

interface OrderFormProps {
  readonly view: OrderFormView;
  readonly act: ActOnOrders;
}

/** The form of a new order. Enter in a field opens the order. */
export function OrderForm({ view, act }: OrderFormProps) {
  const { draft, follows, problem } = view;
  const edit = (patch: Partial<OrderDraft>) => act({ do: 'edit', patch });
  const matter = useDraftField<HTMLTextAreaElement>(draft.matter, {
    onText: (text) => edit({ matter: text }),
  });
  useLayoutEffect(() => matter.ref.current?.focus(), []);
  return (
    <form
      class="order-form"
      aria-label={i18n.t('orders.new')}
      onSubmit={(event) => {
        event.preventDefault();
        act({ do: 'open' });
      }}
    >
      <h2>{follows === null ? i18n.t('orders.new') : i18n.t('orders.escalate', { kind: follows.kind })}</h2>
      <ChipRow
        label={i18n.t('orders.kind')}
        choices={view.kinds}
        chosen={draft.kind}
        onChoose={(kind) => edit({ kind })}
      />
      <Caller view={view} edit={edit} />
      <label class="order-form__matter">
        <span>{i18n.t('orders.matter')}</span>
        <textarea
          {...CUSTOMER_TEXT}
          {...matter}
          name="matter"
          rows={3}
          maxLength={longestText(workOrderOpened.written.entries.matter)}
        />
      </label>
      {view.asksRecord && <RecordPart view={view} edit={edit} />}
      <PromisePart view={view} edit={edit} />
      {problem !== null && (
        <p class="field__problem" role="alert">
          <Icon name="warning" />
          {problemText(problem)}
        </p>
      )}
      <div class="order-form__foot">
        <button type="submit" class="button button--main">
          {i18n.t('orders.open')}
        </button>
        <Button onPress={() => act({ do: 'list' })}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  );
}

interface PartProps {
  readonly view: OrderFormView;
  readonly edit: (patch: Partial<OrderDraft>) => void;
}

function Caller({ view: { draft, callerKnown }, edit }: PartProps) {
  const [isEdited, setEdited] = useState(!callerKnown);
  if (!isEdited) {
    return (
      <p class="order-form__caller">
        <span>{callerText(draft)}</span>
        <Button onPress={() => setEdited(true)}>{i18n.t('orders.editCaller')}</Button>
      </p>
    );
  }
  return (
    <div class="order-form__pair">
      <TextField
        name="order-surname"
        label={i18n.t('note.surname')}
        maxLength={longestText(workOrderOpened.written.entries.surname)}
        value={draft.surname}
        onInput={(surname) => edit({ surname })}
      />
      <TextField
        name="order-number"
        label={i18n.t('orders.number')}
        maxLength={longestText(workOrderOpened.written.entries.number)}
        value={draft.number}
        onInput={(number) => edit({ number })}
      />
    </div>
  );
}

function RecordPart({ view, edit }: PartProps) {
  const { draft, faults, sameFault, batchAt } = view;
  return (
    <>
      <div class="order-form__pair">
        <TextField
          name="product"
          label={i18n.t('record.product')}
          maxLength={longestText(complaintRecordSchema.entries.product)}
          value={draft.product}
          onInput={(product) => edit({ product })}
        />
        <TextField
          name="fault"
          label={i18n.t('record.fault')}
          maxLength={longestText(complaintRecordSchema.entries.fault)}
          value={draft.fault}
          suggestions={faults}
          onInput={(fault) => edit({ fault })}
        />
      </div>
      {sameFault >= batchAt && (
        <p class="orders__batch" role="status">
          <Icon name="warning" />
          {i18n.t('orders.batchNow', { count: sameFault })}
        </p>
      )}
      <SignChecks signs={draft.signs} onSigns={(signs) => edit({ signs })} />
    </>
  );
}

function PromisePart({ view, edit }: PartProps) {
  const { draft, promises, now } = view;
  const chosen = promises.find(({ id }) => id === draft.promise);
  const choices = [
    ...promises,
    { id: 'agreed', label: i18n.t('orders.agreed') },
    { id: '', label: i18n.t('orders.noPromise') },
  ];
  return (
    <>
      <ChipRow
        label={i18n.t('orders.promise')}
        choices={choices}
        chosen={draft.promise}
        onChoose={(promise) => edit({ promise })}
      />
      {chosen !== undefined && (
        <p class="orders__hint">{i18n.t('orders.answerBy', { time: dayAndTime(chosen.dueAt, now) })}</p>
      )}
      {draft.promise === 'agreed' && (
        <label class="order-form__time">
          <span>{i18n.t('orders.agreedAt')}</span>
          <input
            type="datetime-local"
            name="agreedAt"
            value={draft.agreedAt}
            onInput={(event) => edit({ agreedAt: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
