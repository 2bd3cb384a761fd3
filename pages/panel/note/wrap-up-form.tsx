import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { dayAndTime, formatDuration } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { LineReport } from '../../../components/records/line-report.tsx';
import type { NoteFields } from '../../../contract/note/note.ts';
import { WrapUpFollowUp } from '../call-backs/wrap-up-follow-up.tsx';
import type { Act } from '../frame/panel-action.ts';
import { AskedFields, callingNumber } from './asked-fields.tsx';
import { UnfinishedWrapUps } from './unfinished-wrap-ups.tsx';
import type { PromiseView, WrapUpStage } from './wrap-up-view.ts';
import { YesNo } from './yes-no.tsx';
import './wrap-up-form.css';

interface WrapUpFormProps {
  readonly stage: WrapUpStage;
  readonly now: Instant;
  readonly act: Act;
}

/** The open follow-ups of a call, and two questions. */
export function WrapUpForm({ stage, now, act }: WrapUpFormProps) {
  const { note, promises } = stage;
  const { settled, satisfied } = note.fields;
  const write = (patch: Partial<NoteFields>) => act({ do: 'write-note', patch });
  return (
    <section class="wrap-up-form" aria-label={i18n.t('wrapUp.title')}>
      <header class="wrap-up-form__head">
        <h2>{i18n.t('wrapUp.title')}</h2>
        <span class="wrap-up-form__time">{formatDuration(now - stage.since)}</span>
      </header>
      {promises.length > 0 && (
        <ul class="wrap-up-form__promises" aria-label={i18n.t('wrapUp.promises')}>
          {promises.map((item) => (
            <PromiseItem key={item.id} item={item} now={now} act={act} />
          ))}
        </ul>
      )}
      <WrapUpFollowUp stage={stage} now={now} act={act} />
      <AskedFields
        key={note.id}
        fields={stage.asked}
        note={note}
        calling={callingNumber(stage.call)}
        whole={false}
        act={act}
      />
      <YesNo
        question={i18n.t('wrapUp.settled')}
        answer={settled}
        onAnswer={(answer) => write({ settled: answer })}
      />
      <YesNo
        question={i18n.t('wrapUp.satisfied')}
        answer={satisfied}
        onAnswer={(answer) => write({ satisfied: answer })}
      />
      <UnfinishedWrapUps items={stage.unfinished} now={now} />
      <LineReport troubles={stage.line} />
    </section>
  );
}

function dueText(dueAt: Instant, now: Instant): string {
  const time = dayAndTime(dueAt, now);
  return dueAt <= now ? i18n.t('idle.overdue', { time }) : i18n.t('idle.before', { time });
}

interface PromiseItemProps {
  readonly item: PromiseView;
  readonly now: Instant;
  readonly act: Act;
}

function PromiseItem({ item, now, act }: PromiseItemProps) {
  const settle = () => {
    const { by, followUp } = item;
    if (by === 'call-back') return act({ do: 'tool', tool: 'plan-call-back' });
    const isRemark = by === 'order-remark' && followUp !== undefined;
    return act({
      do: 'on-orders',
      action: isRemark ? { do: 'start-promised', followUp } : { do: 'start' },
    });
  };
  return (
    <li>
      <span>
        {item.what}
        {!item.done && item.dueAt !== null && <> · {dueText(item.dueAt, now)}</>}
      </span>
      {item.done ? (
        <span class="wrap-up-form__settled">
          <Icon name="check" />
          {i18n.t('wrapUp.promiseDone')}
        </span>
      ) : (
        <Button onPress={settle}>{i18n.t('orders.begin')}</Button>
      )}
    </li>
  );
}
