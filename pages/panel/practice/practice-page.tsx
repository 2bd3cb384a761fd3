import { i18n } from '#i18n';
import { AdherenceLines } from '../../../components/adherence/adherence-lines.tsx';
import { Button } from '../../../components/button.tsx';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import type { PlainKey } from '../../../contract/words.ts';
import type { TrainingCallerId } from '../../../practice/training/training-caller.ts';
import { PageTitle } from '../frame/page-title.tsx';
import type { Act } from '../frame/panel-action.ts';
import type { PracticeLevel, PracticeStage } from './practice-view.ts';
import './practice-page.css';

interface PracticePageProps {
  readonly stage: PracticeStage;
  readonly act: Act;
}

const LEVELS = [
  ['all', 'practice.all'],
  [1, 'practice.level1'],
  [2, 'practice.level2'],
  [3, 'practice.level3'],
] as const satisfies readonly (readonly [PracticeLevel, PlainKey])[];

const CALLER_WORDS = {
  query: 'practice.callers.query',
  'look-up': 'practice.callers.lookUp',
  'wrong-number': 'practice.callers.wrongNumber',
  silent: 'practice.callers.silent',
  noisy: 'practice.callers.noisy',
  faint: 'practice.callers.faint',
  dialect: 'practice.callers.dialect',
  complaint: 'practice.callers.complaint',
  'call-back': 'practice.callers.callBack',
  repeat: 'practice.callers.repeat',
  abusive: 'practice.callers.abusive',
  harasser: 'practice.callers.harasser',
  'stays-on': 'practice.callers.staysOn',
} as const satisfies Readonly<Record<TrainingCallerId, PlainKey>>;

/** Between two practice calls: the score of the last one, and the next caller. */
export function PracticePage({ stage, act }: PracticePageProps) {
  const { last, scores, titles } = stage;
  return (
    <main class="practice-page">
      <PageTitle />
      {last === null ? (
        <p class="practice-page__intro">{i18n.t('practice.intro')}</p>
      ) : (
        <>
          <p class="practice-page__call">
            <span>{i18n.t('practice.caller', { caller: i18n.t(CALLER_WORDS[last.caller]) })}</span>
            <span>{outcomeText(last.end)}</span>
          </p>
          <AdherenceLines
            adherence={last.adherence}
            startedAt={last.startedAt}
            title={(situation) => titles[situation] ?? situation}
          />
          <p class="practice-page__session">
            {i18n.t('practice.session', { scores: scores.map((score) => score ?? '–').join(' ') })}
          </p>
        </>
      )}
      <fieldset class="practice-page__levels">
        <legend>{last === null ? i18n.t('practice.levels') : i18n.t('practice.next')}</legend>
        {LEVELS.map(([level, word], n) => (
          <Button
            key={level}
            variant={n === 0 ? 'main' : 'plain'}
            onPress={() => act({ do: 'on-practice', action: { do: 'ring', level } })}
          >
            {i18n.t(word)}
          </Button>
        ))}
      </fieldset>
    </main>
  );
}
