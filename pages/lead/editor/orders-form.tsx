import { i18n } from '#i18n';
import type { WorkOrderKind } from '../../../contract/pack/work-order-kind.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickSet } from '../fields/tick-set.tsx';
import { FormPart } from './form-part.tsx';
import { freshId } from './fresh-id.ts';
import { namedPicks } from './named-picks.ts';
import { newStage, OrderKindFields } from './order-kind-fields.tsx';

interface OrdersFormProps {
  readonly place: Place;
  readonly orders: WorkOrders;
  readonly onChange: (orders: WorkOrders) => void;
}

/** Work orders of a team: the kinds with their clocks, who owns what, and what makes a complaint major. */
export function OrdersForm({ place, orders, onChange }: OrdersFormProps) {
  const { owners, kinds, major, promisesInWorkingDays } = orders;
  const { language } = place;
  const change = (more: Partial<WorkOrders>) => onChange({ ...orders, ...more });
  const atMajor = into(place, 'major');
  const changeMajor = (more: Partial<WorkOrders['major']>) => change({ major: { ...major, ...more } });
  return (
    <div class="lead-form">
      <FormPart title={i18n.t('lead.form.kinds')} why={i18n.t('lead.form.kindsWhy')}>
        <EditList<WorkOrderKind>
          place={into(place, 'kinds')}
          items={kinds}
          onChange={(kinds) => change({ kinds })}
          name={(n) => i18n.t('lead.form.nthKind', { n: n + 1 })}
          head={({ name }) => textOr(name, language)}
          body={(kind, here, changed) => (
            <OrderKindFields place={here} kind={kind} orders={orders} onChange={changed} />
          )}
          adds={[{ words: i18n.t('lead.form.addKind'), make: () => newKind(orders) }]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.owners')} why={i18n.t('lead.form.ownersWhy')}>
        <EditList
          place={into(place, 'owners')}
          items={owners}
          onChange={(owners) => change({ owners })}
          name={(n) => i18n.t('lead.form.nthOwner', { n: n + 1 })}
          body={({ id, name }, here, changed, n) => (
            <LocalizedField
              place={into(here, 'name')}
              label={i18n.t('lead.form.nthOwner', { n: n + 1 })}
              value={name}
              onChange={(name) => changed({ id, name })}
            />
          )}
          adds={[
            {
              words: i18n.t('lead.form.addOwner'),
              make: () => ({ id: freshId('owner', owners), name: BLANK_TEXT }),
            },
          ]}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.major')} why={i18n.t('lead.form.majorWhy')}>
        <div class="lead-row">
          <NumberField
            place={into(atMajor, 'batchCustomers')}
            label={i18n.t('lead.form.batchCustomers')}
            unit={i18n.t('lead.form.people')}
            value={major.batchCustomers}
            onChange={(batchCustomers) => changeMajor({ batchCustomers })}
          />
          <NumberField
            place={into(atMajor, 'batchDays')}
            label={i18n.t('lead.form.batchDays')}
            unit={i18n.t('lead.daysUnit')}
            value={major.batchDays}
            onChange={(batchDays) => changeMajor({ batchDays })}
          />
        </div>
        <TickSet
          place={into(atMajor, 'copiedTo')}
          label={i18n.t('lead.form.copiedTo')}
          choices={namedPicks(owners, language)}
          value={major.copiedTo}
          onChange={(copiedTo) => changeMajor({ copiedTo })}
        />
      </FormPart>
      <FormPart title={i18n.t('lead.form.dayPromises')} why={i18n.t('lead.form.dayPromisesWhy')}>
        <EditList<number>
          place={into(place, 'promisesInWorkingDays')}
          items={promisesInWorkingDays}
          onChange={(promisesInWorkingDays) => change({ promisesInWorkingDays })}
          name={(n) => i18n.t('lead.form.nthPromise', { n: n + 1 })}
          body={(days, here, changed, n) => (
            <NumberField
              place={here}
              label={i18n.t('lead.form.nthPromise', { n: n + 1 })}
              unit={i18n.t('lead.form.workingDays')}
              value={days}
              onChange={changed}
            />
          )}
          adds={[{ words: i18n.t('lead.form.addPromise'), make: () => 1 }]}
        />
      </FormPart>
    </div>
  );
}

function newKind({ kinds, owners }: WorkOrders): WorkOrderKind {
  return {
    id: freshId('kind', kinds),
    name: BLANK_TEXT,
    category: 'business',
    opens: true,
    record: false,
    canBeMajor: false,
    copiedTo: [],
    reportedTo: [],
    stages: [newStage({ stages: [] }, owners[0]?.id ?? 'agent')],
    deadlines: [],
  };
}
