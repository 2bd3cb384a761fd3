import { i18n } from '#i18n';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { type FollowUp, workOrderDueSchema } from '../../../contract/pack/follow-up.ts';
import type {
  WorkOrderDeadline,
  WorkOrderKind,
  WorkOrderStage,
} from '../../../contract/pack/work-order-kind.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField, textOr } from '../fields/localized-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { TickSet } from '../fields/tick-set.tsx';
import { DUE_WORDS } from '../words/follow-up-words.ts';
import { CATEGORY_WORDS } from '../words/order-words.ts';
import { picksOf } from '../words/word.ts';
import { freshId } from './fresh-id.ts';
import { namedPicks, namedPicksOrNone } from './named-picks.ts';
import { OrderDeadlineFields } from './order-deadline-fields.tsx';
import { OrderStageFields } from './order-stage-fields.tsx';

interface OrderKindFieldsProps {
  readonly place: Place;
  readonly kind: WorkOrderKind;
  readonly orders: WorkOrders;
  readonly onChange: (kind: WorkOrderKind) => void;
}

type Due = NonNullable<FollowUp['callBack']>;

/** One kind of work order: what it is, whom it is told to, its stages and its clocks. Folded up until somebody works in it. */
export function OrderKindFields({ place, kind, orders, onChange }: OrderKindFieldsProps) {
  const { language } = place;
  const { owners, kinds } = orders;
  const change = (more: Partial<WorkOrderKind>) => onChange({ ...kind, ...more });
  const ownerPicks = namedPicks(owners, language);
  const [owner = { id: 'agent' }] = owners;
  const tick = (name: 'opens' | 'record' | 'canBeMajor', label: string) => (
    <TickField
      place={into(place, name)}
      label={label}
      value={kind[name]}
      onChange={(ticked) => change({ [name]: ticked })}
    />
  );
  const informed = (name: 'copiedTo' | 'reportedTo', label: string) => (
    <TickSet
      place={into(place, name)}
      label={label}
      choices={ownerPicks}
      value={kind[name]}
      onChange={(ids) => change({ [name]: ids })}
    />
  );
  return (
    <details class="lead-fold">
      <summary>
        {i18n.t('lead.form.kindMore', { stages: kind.stages.length, clocks: kind.deadlines.length })}
      </summary>
      <div class="lead-form__part">
        <LocalizedField
          place={into(place, 'name')}
          label={i18n.t('lead.entryName')}
          value={kind.name}
          onChange={(name) => change({ name })}
        />
        <div class="lead-row">
          <PickField
            place={into(place, 'category')}
            label={i18n.t('lead.form.category')}
            value={kind.category}
            choices={picksOf(contactCategorySchema.options, CATEGORY_WORDS, language)}
            onPick={(category) => change({ category })}
          />
          <PickField<Due | ''>
            place={into(place, 'promise')}
            label={i18n.t('lead.form.promise')}
            value={kind.promise ?? ''}
            choices={[
              { id: '', label: i18n.t('lead.form.none') },
              ...picksOf(workOrderDueSchema.options, DUE_WORDS, language),
            ]}
            onPick={(promise) => change({ promise: promise === '' ? undefined : promise })}
          />
          <PickField
            place={into(place, 'up')}
            label={i18n.t('lead.form.up')}
            value={kind.up ?? ''}
            choices={namedPicksOrNone(kinds, language)}
            onPick={(up) => change({ up: up === '' ? undefined : up })}
          />
        </div>
        <div class="lead-ticks">
          {tick('opens', i18n.t('lead.form.opens'))}
          {tick('record', i18n.t('lead.form.record'))}
          {tick('canBeMajor', i18n.t('lead.form.canBeMajor'))}
        </div>
        {informed('copiedTo', i18n.t('lead.form.copiedTo'))}
        {informed('reportedTo', i18n.t('lead.form.reportedTo'))}
        <h4>{i18n.t('lead.form.stages')}</h4>
        <EditList<WorkOrderStage>
          place={into(place, 'stages')}
          items={kind.stages}
          onChange={(stages) => change({ stages })}
          name={(n) => i18n.t('lead.form.nthStage', { n: n + 1 })}
          head={({ name }, n) => `${n + 1}. ${textOr(name, language)}`}
          body={(stage, here, changed) => (
            <OrderStageFields place={here} stage={stage} kind={kind} owners={owners} onChange={changed} />
          )}
          adds={[{ words: i18n.t('lead.form.addStage'), make: () => newStage(kind, owner.id) }]}
        />
        <h4>{i18n.t('lead.form.clocks')}</h4>
        <EditList<WorkOrderDeadline>
          place={into(place, 'deadlines')}
          items={kind.deadlines}
          onChange={(deadlines) => change({ deadlines })}
          name={(n) => i18n.t('lead.form.nthClock', { n: n + 1 })}
          head={({ name }) => textOr(name, language)}
          body={(deadline, here, changed) => (
            <OrderDeadlineFields place={here} deadline={deadline} owners={owners} onChange={changed} />
          )}
          adds={[{ words: i18n.t('lead.form.addClock'), make: () => newDeadline(kind, owner.id) }]}
        />
      </div>
    </details>
  );
}

/** With a clock of its own, so that no order can stand in it for ever. */
export function newStage(kind: Pick<WorkOrderKind, 'stages'>, owner: string): WorkOrderStage {
  return {
    id: freshId('stage', kind.stages),
    name: BLANK_TEXT,
    owner,
    within: { unit: 'h', count: 24 },
    warnBefore: 60,
    next: [],
  };
}

function newDeadline(kind: WorkOrderKind, owner: string): WorkOrderDeadline {
  return {
    id: freshId('clock', kind.deadlines),
    name: BLANK_TEXT,
    owner,
    within: { unit: 'h', count: 24 },
    warnBefore: 60,
    from: 'opened',
    runsFor: 'all',
    metBy: 'closed',
    thenNotSatisfied: false,
  };
}
