import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import { RegisterKinds } from '../harassment/register-kinds.tsx';
import type { WrapUpStage } from '../note/wrap-up-view.ts';
import { BreakOffer } from '../shift/break-offer.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PlanForm } from './plan-form.tsx';
import './follow-up.css';

interface WrapUpFollowUpProps {
  readonly stage: WrapUpStage;
  readonly now: Instant;
  readonly act: Act;
}

/** After the call: break offer, call-back outcome, harassment entry, new call-back. */
export function WrapUpFollowUp({ stage, now, act }: WrapUpFollowUpProps) {
  const { callBack, breakOffer, followUp, tool } = stage;
  const { register, draft, times } = followUp;
  const toggle = (wanted: 'follow-up' | 'plan-call-back') =>
    act({ do: 'tool', tool: tool === wanted ? 'none' : wanted });
  const isInView = register.wanted || register.registered !== null;
  const registering = isInView || tool === 'follow-up';
  return (
    <div class="follow-up">
      {breakOffer !== null && <BreakOffer offer={breakOffer} act={act} />}
      {callBack !== null && (
        <OutcomeForm
          key={callBack.id}
          view={callBack}
          now={now}
          onGiven={(given) => act({ do: 'on-call-backs', action: { do: 'outcome', id: callBack.id, given } })}
        />
      )}
      {registering && <RegisterKinds view={register} act={act} />}
      <div class="follow-up__row">
        {!isInView && (
          <Button expanded={tool === 'follow-up'} onPress={() => toggle('follow-up')}>
            {i18n.t('harassment.register')}
          </Button>
        )}
        <Button onPress={() => act({ do: 'on-orders', action: { do: 'start' } })}>
          {i18n.t('orders.new')}
        </Button>
        <Button expanded={tool === 'plan-call-back'} onPress={() => toggle('plan-call-back')}>
          {i18n.t('callBacks.plan')}
        </Button>
        {followUp.plannedAt !== null && <span>{i18n.t('callBacks.planned')}</span>}
      </div>
      {tool === 'plan-call-back' && (
        <PlanForm
          draft={draft}
          times={times}
          now={now}
          onPlan={(plan) => {
            act({ do: 'on-call-backs', action: { do: 'plan', plan } });
            act({ do: 'tool', tool: 'none' });
          }}
        />
      )}
    </div>
  );
}
