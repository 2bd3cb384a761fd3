import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { issueText } from '../../../components/issue-text.ts';
import type { PreflightCheck, PreflightResult } from '../../../rules/shift/preflight.ts';
import type { Act } from '../frame/panel-action.ts';
import './shift.css';
import type { SignInView } from './shift-view.ts';

const WORDS = {
  storage: () => i18n.t('shift.checkStorage'),
  microphone: () => i18n.t('shift.checkMicrophone'),
  registration: () => i18n.t('shift.checkRegistration'),
  ringer: () => i18n.t('shift.checkRinger'),
} as const satisfies Record<PreflightCheck, () => string>;

/** The start of a shift: what a call needs is checked, and one press signs in. */
export function SignInCard({ view, act }: { readonly view: SignInView; readonly act: Act }) {
  const { checks, lapsedAt } = view;
  const allWell = checks.every(({ state }) => state === 'ok');
  return (
    <section class="sign-in-card" aria-label={i18n.t('shift.signInTitle')}>
      <h2>{i18n.t('shift.signInTitle')}</h2>
      {lapsedAt !== null && (
        <p class="sign-in-card__lapsed">{i18n.t('shift.lapsed', { time: formatClock(lapsedAt) })}</p>
      )}
      <ul class="sign-in-card__checks">
        {checks.map((result) => (
          <Check key={result.check} result={result} act={act} />
        ))}
      </ul>
      <Button
        variant={allWell ? 'main' : 'plain'}
        onPress={() => act({ do: 'on-shift', action: { do: 'be', readiness: { state: 'ready' } } })}
      >
        {allWell ? i18n.t('shift.signIn') : i18n.t('shift.signInAnyway')}
      </Button>
    </section>
  );
}

function Check({ result, act }: { readonly result: PreflightResult; readonly act: Act }) {
  const word = WORDS[result.check]();
  if (result.state === 'issue') {
    const { says, action } = issueText(result.issue);
    return (
      <li class="sign-in-card__check sign-in-card__check--issue">
        <Icon name="warning" />
        <span>
          {word}: {says}
        </span>
        <Button onPress={() => act({ do: 'fix', issue: result.issue })}>{action}</Button>
      </li>
    );
  }
  return (
    <li class="sign-in-card__check">
      <Icon name={result.state === 'ok' ? 'check' : 'clock'} />
      <span>{word}</span>
      <span class="sign-in-card__state">
        {result.state === 'ok' ? i18n.t('shift.checkOk') : i18n.t('shift.checkWaits')}
      </span>
    </li>
  );
}
