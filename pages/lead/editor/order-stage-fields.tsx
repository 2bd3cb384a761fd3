import { i18n } from '#i18n';
import type { TimeLimit } from '../../../contract/pack/time-limit.ts';
import type { WorkOrderKind, WorkOrderStage } from '../../../contract/pack/work-order-kind.ts';
import type { WorkOrders } from '../../../contract/pack/work-orders.ts';
import { EditList } from '../fields/edit-list.tsx';
import { BLANK_TEXT, LocalizedField } from '../fields/localized-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place } from '../fields/place.ts';
import { TickField } from '../fields/tick-field.tsx';
import { WHEN_OVER_WORDS } from '../words/order-words.ts';
import { picksOf } from '../words/word.ts';
import { namedPicks, namedPicksOrNone } from './named-picks.ts';
import { TimeLimitField } from './time-limit-field.tsx';

interface OrderStageFieldsProps {
  readonly place: Place;
  readonly stage: WorkOrderStage;
  readonly kind: WorkOrderKind;
  readonly owners: WorkOrders['owners'];
  readonly onChange: (stage: WorkOrderStage) => void;
}

const A_DAY: TimeLimit = { unit: 'h', count: 24 };

/** One station of an order: whose it is, its clock, where it can go, what the end of the clock does. */
export function OrderStageFields({ place, stage, kind, owners, onChange }: OrderStageFieldsProps) {
  const { language } = place;
  const change = (more: Partial<WorkOrderStage>) => onChange({ ...stage, ...more });
  const { within, returns, whenOver } = stage;
  const stages = namedPicks(kind.stages, language);
  const starts = (here: Place, value: string | undefined, pick: (id: string | undefined) => void) => (
    <PickField
      place={into(here, 'starts')}
      label={i18n.t('lead.form.starts')}
      value={value ?? ''}
      choices={namedPicksOrNone(kind.deadlines, language)}
      onPick={(id) => pick(id === '' ? undefined : id)}
    />
  );
  const [first = ''] = kind.stages.map(({ id }) => id);
  return (
    <>
      <LocalizedField
        place={into(place, 'name')}
        label={i18n.t('lead.entryName')}
        value={stage.name}
        onChange={(name) => change({ name })}
      />
      <div class="lead-row">
        <PickField
          place={into(place, 'owner')}
          label={i18n.t('lead.form.owner')}
          value={stage.owner}
          choices={namedPicks(owners, language)}
          onPick={(owner) => change({ owner })}
        />
        <TickField
          place={into(place, 'hasClock')}
          label={i18n.t('lead.form.hasClock')}
          value={within !== undefined}
          onChange={(has) => change({ within: has ? A_DAY : undefined })}
        />
        {within !== undefined && (
          <TimeLimitField
            place={into(place, 'within')}
            limit={within}
            onChange={(within) => change({ within })}
          />
        )}
        <NumberField
          place={into(place, 'warnBefore')}
          label={i18n.t('lead.form.warnBefore')}
          unit={i18n.t('lead.minutes')}
          value={stage.warnBefore}
          onChange={(warnBefore) => change({ warnBefore })}
        />
        <PickField
          place={into(place, 'whenOver', 'does')}
          label={i18n.t('lead.form.whenOver')}
          value={whenOver?.does ?? 'nothing'}
          choices={picksOf(['nothing', 'move', 'make-major'], WHEN_OVER_WORDS, language)}
          onPick={(does) =>
            change({
              whenOver: does === 'nothing' ? undefined : does === 'move' ? { does, to: first } : { does },
            })
          }
        />
        {whenOver?.does === 'move' && (
          <>
            <PickField
              place={into(place, 'whenOver', 'to')}
              label={i18n.t('lead.form.toStage')}
              value={whenOver.to}
              choices={stages}
              onPick={(to) => change({ whenOver: { ...whenOver, to } })}
            />
            {starts(into(place, 'whenOver'), whenOver.starts, (id) =>
              change({ whenOver: { ...whenOver, starts: id } }),
            )}
          </>
        )}
      </div>
      <div class="lead-row">
        <PickField
          place={into(place, 'returns', 'to')}
          label={i18n.t('lead.form.returns')}
          value={returns?.to ?? ''}
          choices={namedPicksOrNone(kind.stages, language)}
          onPick={(to) =>
            change({ returns: to === '' ? undefined : { within: returns?.within ?? A_DAY, to } })
          }
        />
        {returns !== undefined && (
          <TimeLimitField
            place={into(place, 'returns', 'within')}
            limit={returns.within}
            onChange={(within) => change({ returns: { ...returns, within } })}
          />
        )}
      </div>
      <EditList<WorkOrderStage['next'][number]>
        place={into(place, 'next')}
        items={stage.next}
        onChange={(next) => change({ next })}
        name={(n) => i18n.t('lead.form.nthWay', { n: n + 1 })}
        body={(way, here, changed) => (
          <>
            <LocalizedField
              place={into(here, 'label')}
              label={i18n.t('lead.form.wayLabel')}
              value={way.label}
              onChange={(label) => changed({ ...way, label })}
            />
            <div class="lead-row">
              <PickField
                place={into(here, 'to')}
                label={i18n.t('lead.form.toStage')}
                value={way.to}
                choices={stages}
                onPick={(to) => changed({ ...way, to })}
              />
              {starts(here, way.starts, (id) => changed({ ...way, starts: id }))}
            </div>
          </>
        )}
        adds={[{ words: i18n.t('lead.form.addWay'), make: () => ({ to: first, label: BLANK_TEXT }) }]}
      />
    </>
  );
}
