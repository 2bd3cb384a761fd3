import { i18n } from '#i18n';
import { type FollowUp, noteFieldSchema, workOrderDueSchema } from '../../../contract/pack/follow-up.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { DUE_WORDS, NOTE_FIELD_WORDS } from '../words/follow-up-words.ts';
import { picksOf } from '../words/word.ts';
import { DirectoryPick } from './directory-pick.tsx';

interface FollowUpFieldsProps {
  readonly place: Place;
  readonly value: FollowUp | undefined;
  readonly pack: Pack;
  readonly onChange: (followUp: FollowUp | undefined) => void;
}

type Due = NonNullable<FollowUp['callBack']>;

/** What is left after the situation: work order and clock, what the note should hold, where the call may go. */
export function FollowUpFields({ place, value, pack, onChange }: FollowUpFieldsProps) {
  const { language } = place;
  const now: FollowUp = value ?? { noteFields: [], warning: false };
  const change = (more: Partial<FollowUp>) => {
    const changed = { ...now, ...more };
    const { noteFields, warning, ...rest } = changed;
    const isEmpty =
      noteFields.length === 0 && !warning && Object.values(rest).every((one) => one === undefined);
    onChange(isEmpty ? undefined : changed);
  };
  const order = now.workOrder;
  const dues = picksOf(workOrderDueSchema.options, DUE_WORDS, language);
  return (
    <>
      <div class="lead-row">
        <PickField
          place={into(place, 'workOrder', 'kind')}
          label={i18n.t('lead.order')}
          value={order?.kind ?? ''}
          choices={[
            { id: '', label: i18n.t('lead.noOrder') },
            ...pack.workOrders.kinds.map(({ id, name }) => ({ id, label: textOr(name, language) })),
          ]}
          onPick={(kind) =>
            change({
              workOrder: kind === '' ? undefined : { due: 'simple', asBefore: false, ...order, kind },
            })
          }
        />
        {order !== undefined && (
          <PickField
            place={into(place, 'workOrder', 'due')}
            label={i18n.t('lead.orderDue')}
            value={order.due}
            choices={dues}
            onPick={(due) => change({ workOrder: { ...order, due } })}
          />
        )}
        {order !== undefined && (
          <PickField<Due | 'none'>
            place={into(place, 'workOrder', 'dueForVip')}
            label={i18n.t('lead.orderDueForVip')}
            value={order.dueForVip ?? 'none'}
            choices={[{ id: 'none', label: i18n.t('lead.sameForVip') }, ...dues]}
            onPick={(due) => change({ workOrder: { ...order, dueForVip: due === 'none' ? undefined : due } })}
          />
        )}
        {order !== undefined && (
          <TickField
            place={into(place, 'workOrder', 'asBefore')}
            label={i18n.t('lead.orderAsBefore')}
            value={order.asBefore}
            onChange={(asBefore) => change({ workOrder: { ...order, asBefore } })}
          />
        )}
        <PickField<Due | 'none'>
          place={into(place, 'callBack')}
          label={i18n.t('lead.callBack')}
          value={now.callBack ?? 'none'}
          choices={[{ id: 'none', label: i18n.t('lead.noCallBack') }, ...dues]}
          onPick={(due) => change({ callBack: due === 'none' ? undefined : due })}
        />
        <DirectoryPick
          place={into(place, 'transferTo')}
          label={i18n.t('lead.transferTo')}
          value={now.transferTo}
          directory={pack.directory}
          onChange={(transferTo) => change({ transferTo })}
        />
        <PickField
          place={into(place, 'offerBreak')}
          label={i18n.t('lead.offerBreak')}
          value={now.offerBreak ?? ''}
          choices={[
            { id: '', label: i18n.t('lead.noBreak') },
            ...pack.shift.breaks.map(({ id, title }) => ({ id, label: textOr(title, language) })),
          ]}
          onPick={(id) => change({ offerBreak: id === '' ? undefined : id })}
        />
        <TickField
          place={into(place, 'warning')}
          label={i18n.t('lead.warning')}
          value={now.warning}
          onChange={(warning) => change({ warning })}
        />
      </div>
      <fieldset class="lead-ticks">
        <legend>{i18n.t('lead.noteFields')}</legend>
        {noteFieldSchema.options.map((field) => (
          <TickField
            key={field}
            place={into(place, 'noteFields', field)}
            label={NOTE_FIELD_WORDS[field][language]}
            value={now.noteFields.includes(field)}
            onChange={(ticked) =>
              change({
                noteFields: ticked
                  ? [...now.noteFields, field]
                  : now.noteFields.filter((other) => other !== field),
              })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
