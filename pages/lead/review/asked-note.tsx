import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Asked, TeamGap } from '../frame/server-view.ts';
import '../frame/team-page.css';

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
      return i18n.t('lead.asked.busy');
    case 'done':
      return i18n.t('lead.asked.done');
    case 'refused':
      return asked.why === 'conflict' || asked.why === 'malformed'
        ? i18n.t(`lead.asked.${asked.why}`)
        : gapWords(asked.why);
  }
}

export function gapWords(gap: TeamGap): string {
  switch (gap) {
    case 'loading':
      return i18n.t('lead.gap.loading');
    case 'not-joined':
      return i18n.t('lead.gap.notJoined');
    case 'locked':
      return i18n.t('lead.gap.locked');
    case 'offline':
      return i18n.t('lead.gap.offline');
    case 'too-many':
      return i18n.t('lead.gap.tooMany');
    case 'not-allowed':
      return i18n.t('lead.gap.notAllowed');
    case 'signed-out':
      return i18n.t('lead.gap.signedOut');
    case 'other-team':
      return i18n.t('sync.about.otherTeam');
    case 'unconfirmed':
      return i18n.t('lead.gap.unconfirmed');
    case 'failed':
      return i18n.t('lead.gap.failed');
  }
}

interface GapProps {
  readonly gap: TeamGap;
  readonly onOptions: () => void;
  readonly onRetry: () => void;
}

/** Why a page of the team is empty, and what to do about it. */
export function Gap({ gap, onOptions, onRetry }: GapProps) {
  const inOptions =
    gap === 'not-joined' ||
    gap === 'locked' ||
    gap === 'signed-out' ||
    gap === 'other-team' ||
    gap === 'unconfirmed';
  return (
    <main class="team-page team-page--gap">
      <p role="status">{gapWords(gap)}</p>
      {inOptions && <Button onPress={onOptions}>{i18n.t('lead.gap.openOptions')}</Button>}
      {gap !== 'loading' && <Button onPress={onRetry}>{i18n.t('lead.gap.again')}</Button>}
    </main>
  );
}
