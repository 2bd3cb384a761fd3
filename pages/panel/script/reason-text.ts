import { i18n } from '#i18n';
import { formatDuration } from '../../../components/format-time.ts';
import type { CallPhase } from '../../../contract/pack/call-phase.ts';
import type { Reason } from '../../../rules/scripts/reason.ts';

/** Why a script is offered, in a short sentence. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'answered':
      return answeredText(reason);
    case 'phase':
      return phaseText(reason.phase);
    case 'silence':
      return reason.side === 'remote'
        ? i18n.t('reason.callerSilent', { seconds: reason.seconds })
        : i18n.t('reason.agentSilent', { seconds: reason.seconds });
    case 'noise':
      return i18n.t('reason.noise', { seconds: reason.seconds });
    case 'quiet':
      return i18n.t('reason.quiet', { seconds: reason.seconds });
    case 'on-hold':
      return i18n.t('reason.waiting', { time: formatDuration(reason.seconds * 1000) });
    case 'back-from-hold':
      return i18n.t('reason.waited', { time: formatDuration(reason.seconds * 1000) });
    case 'wait-wanted':
      return i18n.t('reason.waitWanted');
    case 'time-of-day':
      return i18n.t('reason.timeOfDay', { from: reason.from, to: reason.to });
    case 'date':
      return reason.festival === null
        ? i18n.t('reason.date', { day: reason.day })
        : i18n.t('reason.festival', { festival: reason.festival });
    case 'number-known':
      return knownText(reason.as);
    case 'registration-lost':
      return i18n.t('reason.registrationLost');
    case 'after-situation':
      return i18n.t('reason.afterSituation', { title: reason.title });
    case 'category':
      return i18n.t('reason.category', { category: i18n.t(`note.categories.${reason.category}`) });
    case 'stays-on':
      return i18n.t('reason.staysOn', { seconds: reason.seconds });
    case 'call-back-due':
      return reason.what === 'promised-answer' ? i18n.t('reason.answerDue') : i18n.t('reason.callBackDue');
  }
}

function answeredText({ rings, late, queuedSeconds }: Reason & { kind: 'answered' }): string {
  if (queuedSeconds !== null && queuedSeconds > 0) {
    return i18n.t('reason.queued', { time: formatDuration(queuedSeconds * 1000) });
  }
  return late ? i18n.t('reason.answeredLate', { rings }) : i18n.t('reason.answered');
}

function phaseText(phase: CallPhase): string {
  switch (phase) {
    case 'ringing':
    case 'dialling':
      return i18n.t('reason.ringing');
    case 'greeting':
    case 'greeted':
      return i18n.t('reason.answered');
    case 'talking':
      return i18n.t('reason.talking');
    case 'waiting':
      return i18n.t('reason.waitWanted');
    case 'after-goodbye':
      return i18n.t('reason.afterGoodbye');
    case 'wrap-up':
      return i18n.t('reason.wrapUp');
  }
}

function knownText(known: (Reason & { kind: 'number-known' })['as']): string {
  switch (known) {
    case 'harassment':
      return i18n.t('caller.harasser');
    case 'vip':
      return i18n.t('reason.vip');
    case 'open-complaint':
      return i18n.t('reason.openComplaint');
    case 'open-work-order':
      return i18n.t('reason.openWorkOrder');
    case 'called-before':
      return i18n.t('reason.calledBefore');
  }
}
