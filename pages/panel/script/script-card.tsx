import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { RunView } from '../../../rules/call/rules-view.ts';
import type { Act } from '../frame/panel-action.ts';
import { ScriptAdvance } from './script-advance.tsx';
import './script-card.css';
import { TechniqueCards } from './technique-cards.tsx';

/** Longer sentences use the smaller of the two large type sizes. */
const LONG_SENTENCE = 45;

interface ScriptCardProps {
  readonly run: RunView;
  /** Shown while the call still rings: to read only. */
  readonly ahead: boolean;
  readonly act: Act;
}

/** What to say or do now. The sentence is the largest text on the screen. */
export function ScriptCard({ run, ahead, act }: ScriptCardProps) {
  const { kind } = run.step;
  const long = run.text.length > LONG_SENTENCE;
  return (
    <section class={`script-card${ahead ? ' script-card--ahead' : ''}`} aria-label={i18n.t('script.region')}>
      <header class="script-card__head">
        <h2 class="script-card__title">{ahead ? i18n.t('script.ahead') : run.title}</h2>
        {!ahead && <RunButtons run={run} act={act} />}
      </header>
      <div class="script-card__now">
        <p class={`script-card__step script-card__step--${kind}${long ? ' script-card__step--long' : ''}`}>
          <span class="script-card__verb">{verb(kind)}</span>
          {run.text}
        </p>
        {!ahead && <ScriptAdvance run={run} act={act} />}
      </div>
      <ul class="script-card__prohibitions" aria-label={i18n.t('script.prohibitions')}>
        {run.prohibitions.map((text) => (
          <li key={text}>
            <Icon name="forbidden" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {run.nextText !== null && (
        <p class="script-card__then">{i18n.t('script.then', { step: run.nextText })}</p>
      )}
      {run.techniques.length > 0 && <TechniqueCards techniques={run.techniques} />}
    </section>
  );
}

function RunButtons({ run, act }: Omit<ScriptCardProps, 'ahead'>) {
  return (
    <div class="script-card__run">
      <Button
        variant="bare"
        icon="back"
        label={i18n.t('script.back')}
        disabled={!run.canGoBack}
        onPress={() => act({ do: 'step-back' })}
      />
      <span class="script-card__count">
        {i18n.t('script.count', { step: run.stepNumber, of: run.stepCount })}
      </span>
      <Button
        variant="bare"
        icon="restart"
        label={i18n.t('script.restart')}
        disabled={!run.canGoBack}
        onPress={() => act({ do: 'restart-script' })}
      />
      <Button
        variant="bare"
        icon="close"
        label={i18n.t('script.close')}
        onPress={() => act({ do: 'close-script' })}
      />
    </div>
  );
}

function verb(kind: RunView['step']['kind']): string {
  switch (kind) {
    case 'say':
      return i18n.t('script.say');
    case 'do':
      return i18n.t('script.do');
    case 'branch':
      return i18n.t('script.ask');
  }
}
