import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { SetUpStage } from '../frame/panel-view.ts';
import './set-up-card.css';

interface SetUpCardProps {
  readonly missing: SetUpStage['missing'];
  readonly storeLost: boolean;
  readonly onOpen: () => void;
}

const ORDER = ['vault', 'agent', 'phone', 'microphone'] as const;

/** The four steps of the set-up, with the finished ones checked. */
export function SetUpCard({ missing, storeLost, onOpen }: SetUpCardProps) {
  return (
    <main class="set-up-card">
      <h1 class="set-up-card__title">{i18n.t('setUp.title')}</h1>
      {storeLost ? (
        <p class="set-up-card__lost" role="alert">
          {i18n.t('setUp.storeLost')}
        </p>
      ) : (
        <p>{i18n.t('setUp.why')}</p>
      )}
      <ol class="set-up-card__steps">
        {ORDER.map((part) => {
          const done = !missing.includes(part);
          return (
            <li key={part} class={`set-up-card__step${done ? ' set-up-card__step--done' : ''}`}>
              <span>{i18n.t(`setUp.${part}`)}</span>
              <span class="set-up-card__state">{done ? i18n.t('setUp.done') : i18n.t('setUp.open')}</span>
            </li>
          );
        })}
      </ol>
      <Button variant="main" onPress={onOpen}>
        {i18n.t('setUp.go')}
      </Button>
    </main>
  );
}
