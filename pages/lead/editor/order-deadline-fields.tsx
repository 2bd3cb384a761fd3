import { i18n } from '#i18n';
import type { WorkOrderDeadline } from '../../../contract/pack/work-order-kind.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { LocalizedField } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { FROM_WORDS, MET_BY_WORDS, RUNS_FOR_WORDS } from '../words/order-words.ts';
import { picksOf } from '../words/word.ts';
import { namedPicks } from './named-picks.ts';
import { TimeLimitField } from './time-limit-field.tsx';

interface OrderDeadlineFieldsProps {
  readonly place: Place;
  readonly deadline: WorkOrderDeadline;
  readonly owners: WorkOrders['owners'];
  readonly onChange: (deadline: WorkOrderDeadline) => void;
}

/** A clock of the whole order. */
export function OrderDeadlineFields({ place, deadline, owners, onChange }: OrderDeadlineFieldsProps) {
  const { language } = place;
  const change = (more: Partial<WorkOrderDeadline>) => onChange({ ...deadline, ...more });
  return (
    <>
      <LocalizedField
        place={into(place, 'name')}
        label={i18n.t('lead.entryName')}
        value={deadline.name}
        onChange={(name) => change({ name })}
      />
      <div class="lead-row">
        <PickField
          place={into(place, 'owner')}
          label={i18n.t('lead.form.owner')}
          value={deadline.owner}
          choices={namedPicks(owners, language)}
          onPick={(owner) => change({ owner })}
        />
        <TimeLimitField
          place={into(place, 'within')}
          limit={deadline.within}
          onChange={(within) => change({ within })}
        />
        <NumberField
          place={into(place, 'warnBefore')}
          label={i18n.t('lead.form.warnBefore')}
          unit={i18n.t('lead.minutes')}
          value={deadline.warnBefore}
          onChange={(warnBefore) => change({ warnBefore })}
        />
      </div>
      <div class="lead-row">
        <PickField
          place={into(place, 'from')}
          label={i18n.t('lead.form.runsFrom')}
          value={deadline.from}
          choices={picksOf(['opened', 'move'], FROM_WORDS, language)}
          onPick={(from) => change({ from })}
        />
        <PickField
          place={into(place, 'runsFor')}
          label={i18n.t('lead.form.runsFor')}
          value={deadline.runsFor}
          choices={picksOf(['all', 'ordinary', 'major'], RUNS_FOR_WORDS, language)}
          onPick={(runsFor) => change({ runsFor })}
        />
        <PickField
          place={into(place, 'metBy')}
          label={i18n.t('lead.form.metBy')}
          value={deadline.metBy}
          choices={picksOf(['closed', 'caller-informed'], MET_BY_WORDS, language)}
          onPick={(metBy) => change({ metBy })}
        />
      </div>
      <TickField
        place={into(place, 'thenNotSatisfied')}
        label={i18n.t('lead.form.thenNotSatisfied')}
        value={deadline.thenNotSatisfied}
        onChange={(thenNotSatisfied) => change({ thenNotSatisfied })}
      />
    </>
  );
}
