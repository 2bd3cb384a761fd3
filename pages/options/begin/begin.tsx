import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { RecoveryCode } from '../agents/recovery-code.tsx';
import type { ActOnOptions, OptionsView } from '../frame/options-view.ts';
import { PhoneStatusLine } from '../frame/phone-status-line.tsx';
import { MicrophoneCheck } from '../sound/microphone-check.tsx';
import { RingerCheck, VoiceCheck } from '../sound/output-check.tsx';
import { TeamRootCheck } from '../team/team-part.tsx';
import { BeginForm } from './begin-form.tsx';
import { type BeginStep, beginStep } from './begin-step.ts';
import '../../../components/base.css';
import '../frame/options.css';
import './begin.css';

interface BeginProps {
  readonly view: OptionsView;
  readonly act: ActOnOptions;
}

/** Three steps from the lead's code to a phone that can be answered. */
export function Begin({ view, act }: BeginProps) {
  const [isAudible, setAudible] = useState(false);
  const step = beginStep(view, isAudible);
  return (
    <main class="begin">
      <h1>{i18n.t('begin.title')}</h1>
      <p class="begin__why">{i18n.t('begin.why')}</p>
      <ol class="begin__steps">
        <Step at={1} step={step} title={i18n.t('begin.join')}>
          <JoinStep view={view} act={act} />
        </Step>
        <Step at={2} step={step} title={i18n.t('begin.microphone')}>
          <MicrophoneCheck
            microphone={view.microphone}
            onAsk={() => act({ do: 'ask-microphone' })}
            onTest={() => act({ do: 'test-microphone' })}
            onStop={() => act({ do: 'stop-test' })}
          />
        </Step>
        <Step at={3} step={step} title={i18n.t('begin.sound')}>
          <VoiceCheck sound={view.sound} managed={view.managed} act={act} />
          <RingerCheck sound={view.sound} managed={view.managed} act={act} />
          <div>
            <Button
              variant="main"
              onPress={() => {
                act({ do: 'stop-test' });
                setAudible(true);
              }}
            >
              {i18n.t('begin.audible')}
            </Button>
          </div>
        </Step>
      </ol>
      {step === 'done' && <Done view={view} />}
      <p>
        <a href="/options.html">{i18n.t('begin.byHand')}</a>
      </p>
    </main>
  );
}

interface StepProps {
  readonly at: 1 | 2 | 3;
  readonly step: BeginStep;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Only the step that is to be done is open. */
function Step({ at, step, title, children }: StepProps) {
  const isDone = step === 'done' || at < step;
  return (
    <li class="begin__step" aria-current={step === at ? 'step' : undefined}>
      <h2>
        {title}
        {isDone && (
          <span class="begin__done">
            <Icon name="check" /> {i18n.t('setUp.done')}
          </span>
        )}
      </h2>
      {step === at && <div class="begin__part">{children}</div>}
    </li>
  );
}

function JoinStep({ view, act }: BeginProps) {
  const { vault, team } = view;
  if (vault.state === 'made') {
    return (
      <RecoveryCode
        code={vault.recoveryCode}
        onPrint={() => act({ do: 'print-code' })}
        onKept={() => act({ do: 'recovery-code-kept' })}
      />
    );
  }
  if (vault.state === 'locked') return <p>{i18n.t('team.locked')}</p>;
  if (team.state === 'joined') return <TeamRootCheck root={team.root} act={act} />;
  return (
    <>
      {vault.state === 'lost' && (
        <p class="options__lost" role="alert">
          {i18n.t('setUp.storeLost')}
        </p>
      )}
      <BeginForm
        needsPassphrase={vault.state !== 'open'}
        busy={vault.state === 'making' || (team.state === 'none' && team.busy)}
        problem={team.state === 'none' ? team.problem : null}
        onBegin={(code, passphrase) => act({ do: 'begin', code, passphrase })}
      />
    </>
  );
}

function Done({ view }: { readonly view: OptionsView }) {
  const waits = view.settings.phoneSource === 'sip' && view.password === 'missing';
  return (
    <section class="begin__end" aria-labelledby="begin-end">
      <h2 id="begin-end">{i18n.t(waits ? 'begin.waiting' : 'begin.ready')}</h2>
      <p>{i18n.t(waits ? 'begin.waitingWhy' : 'begin.readyWhy')}</p>
      {!waits && <PhoneStatusLine phoneStatus={view.phoneStatus} />}
    </section>
  );
}
