import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import { ToolSheet } from '../frame/tool-sheet.tsx';
import { RegisterKinds } from '../harassment/register-kinds.tsx';
import { PlanForm } from './plan-form.tsx';
import './follow-up.css';
import type { FollowUpView } from './follow-up-view.ts';

interface FollowUpToolProps {
  readonly view: FollowUpView;
  readonly tool: 'follow-up' | 'plan-call-back';
  readonly act: Act;
}

/** Follow-ups of a call. Covers the script, so call buttons and note stay in place. */
export function FollowUpTool({ view, tool, act }: FollowUpToolProps) {
  const close = () => act({ do: 'tool', tool: 'none' });
  if (tool === 'plan-call-back') {
    return (
      <ToolSheet title={i18n.t('callBacks.plan')} onClose={close}>
        <PlanForm
          draft={view.draft}
          times={view.times}
          now={view.now}
          onPlan={(plan) => {
            act({ do: 'on-call-backs', action: { do: 'plan', plan } });
            close();
          }}
        />
      </ToolSheet>
    );
  }
  return (
    <ToolSheet title={i18n.t('followUp.title')} onClose={close}>
      <div class="follow-up">
        <Button
          onPress={() => {
            act({ do: 'on-orders', action: { do: 'start' } });
            close();
          }}
        >
          {i18n.t('orders.new')}
        </Button>
        <Button onPress={() => act({ do: 'tool', tool: 'plan-call-back' })}>
          {i18n.t('callBacks.plan')}
        </Button>
        <Button onPress={() => act({ do: 'tool', tool: 'fields' })}>{i18n.t('note.asked')}</Button>
        {view.plannedAt !== null && <p>{i18n.t('callBacks.planned')}</p>}
        <RegisterKinds view={view.register} act={act} />
      </div>
    </ToolSheet>
  );
}
