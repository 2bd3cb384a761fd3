import { i18n } from '#i18n';
import { Button } from '../../button.tsx';
import type { Asked, TeamGap } from '../server-view.ts';
import './team-page.css';

/** What came of the last thing asked of the server, where it was asked. */
export function AskedNote({ asked }: { readonly asked: Asked }) {
  return (
    <p
      class={`team-page__asked${asked.asked === 'refused' ? ' team-page__asked--refused' : ''}`}
      role="status"
    >
      {words(asked)}
    </p>
  );
}

function words(asked: Asked): string {
  switch (asked.asked) {
    case 'nothing':
      return '';
    case 'busy':
      return i18n.t('desk.asked.busy');
    case 'done':
      return i18n.t('desk.asked.done');
    case 'refused':
      return asked.why === 'conflict' || asked.why === 'malformed'
        ? i18n.t(`desk.asked.${asked.why}`)
        : gapWords(asked.why);
  }
}

export function gapWords(gap: TeamGap): string {
  switch (gap) {
    case 'loading':
      return i18n.t('desk.gap.loading');
    case 'not-joined':
      return i18n.t('desk.gap.notJoined');
    case 'locked':
      return i18n.t('desk.gap.locked');
    case 'offline':
      return i18n.t('desk.gap.offline');
    case 'not-allowed':
      return i18n.t('desk.gap.notAllowed');
    case 'signed-out':
      return i18n.t('desk.gap.signedOut');
    case 'failed':
      return i18n.t('desk.gap.failed');
  }
}

interface GapProps {
  readonly gap: TeamGap;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
}

/** Why a page of the team is empty, and what to do about it. */
export function Gap({ gap, onOptions, onRetry }: GapProps) {
  const inOptions = gap === 'not-joined' || gap === 'locked' || gap === 'signed-out';
  return (
    <main class="team-page team-page--gap">
      <p role="status">{gapWords(gap)}</p>
      {inOptions && <Button onPress={onOptions}>{i18n.t('desk.gap.openOptions')}</Button>}
      {gap !== 'loading' && <Button onPress={onRetry}>{i18n.t('desk.gap.again')}</Button>}
    </main>
  );
}
