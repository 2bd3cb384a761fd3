import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { RunView } from '../../../rules/call/rules-view.ts';
import type { Act } from '../frame/panel-action.ts';
import './script-advance.css';
import { WaitBar } from './wait-bar.tsx';

interface ScriptAdvanceProps {
  readonly run: RunView;
  readonly act: Act;
}

/** The row that moves a script on: wait, next step, or the caller's possible answers. */
export function ScriptAdvance({ run, act }: ScriptAdvanceProps) {
  if (run.step.kind === 'branch') {
    return (
      <fieldset class="script-advance script-advance--branch" aria-label={run.text}>
        {run.options.map((option, n) => (
          <Button key={option.id} onPress={() => act({ do: 'choose-branch', option: option.id })}>
            <span class="script-advance__key" aria-hidden="true">
              {n + 1}
            </span>
            {option.label}
          </Button>
        ))}
      </fieldset>
    );
  }
  const { wait } = run;
  const tool = toolOf(run);
  const waiting = wait?.state === 'running';
  return (
    <div class="script-advance">
      {wait === null ? (
        <span class="script-advance__space" />
      ) : (
        <WaitBar wait={wait} runId={`${run.situation.id}/${run.step.id}`} />
      )}
      {waiting && wait.endedBy.length > 0 && (
        <Button onPress={() => act({ do: 'caller-answered' })}>
          {wait.endedBy.includes('better-line') ? i18n.t('script.lineIsClear') : i18n.t('script.answered')}
        </Button>
      )}
      {tool !== null && (
        <Button onPress={() => act({ do: 'tool', tool })}>
          {tool === 'follow-up' ? i18n.t('harassment.register') : i18n.t('callBacks.plan')}
        </Button>
      )}
      {run.canSkip && (
        <Button variant="bare" onPress={() => act({ do: 'skip-step' })}>
          {waiting ? i18n.t('script.skipWait') : i18n.t('script.skip')}
        </Button>
      )}
      {run.canGoOn && (
        <Button variant="main" onPress={() => act({ do: 'next-step' })}>
          {goOnText(run)}
        </Button>
      )}
    </div>
  );
}

/** The wait of a step begins with the press on "said" or "done". */
function goOnText(run: RunView): string {
  if (run.wait?.state === 'to-come')
    return run.step.kind === 'say' ? i18n.t('script.said') : i18n.t('script.done');
  return run.nextText === null ? i18n.t('script.finish') : i18n.t('script.next');
}

/** The tool that a step asks for; null for none. */
function toolOf({ step }: RunView): 'follow-up' | 'plan-call-back' | null {
  if (step.kind !== 'do') return null;
  if (step.action === 'register-number') return 'follow-up';
  return step.action === 'call-back' ? 'plan-call-back' : null;
}
