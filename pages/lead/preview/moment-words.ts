import { i18n } from '#i18n';
import type { JournalEvent } from '../../../calls/journal-entry.ts';
import type { Moment } from '../../../rules/rehearsal/moment.ts';
import { reasonText } from '../../panel/script/reason-text.ts';

/** A moment of a rehearsal as one line; null for a fact that says nothing to a lead. */
export function momentWords(moment: Moment): string | null {
  switch (moment.kind) {
    case 'suggested': {
      const { title, reason } = moment.suggestion;
      return i18n.t('lead.tryOutSuggests', { title, reason: reasonText(reason) });
    }
    case 'script':
      return i18n.t('lead.tryOutOpens', { title: moment.title });
    case 'step':
      return moment.text;
    case 'fact':
      return factWords(moment.event);
  }
}

function factWords(event: JournalEvent): string | null {
  switch (event.type) {
    case 'ringing':
    case 'answered':
    case 'ended':
      return i18n.t(`lead.fact.${event.type}`);
    case 'speech-began':
      return event.side === 'remote' ? i18n.t('lead.fact.callerSpeaks') : null;
    case 'silence-began':
      return event.side === 'remote' ? i18n.t('lead.fact.callerSilent') : null;
    case 'noise-began':
      return i18n.t('lead.fact.noise');
    case 'quiet-voice-began':
      return i18n.t('lead.fact.quiet');
    default:
      return null;
  }
}

/** A recorded caller by what is the matter; one that came later by its id. */
export function callerWords(caller: string): string {
  switch (caller) {
    case 'normal-caller':
      return i18n.t('lead.caller.normalCaller');
    case 'long-ring':
      return i18n.t('lead.caller.longRing');
    case 'long-pauses':
      return i18n.t('lead.caller.longPauses');
    case 'silent-caller':
      return i18n.t('lead.caller.silentCaller');
    case 'silent-then-speaks':
      return i18n.t('lead.caller.silentThenSpeaks');
    case 'faint-voice':
      return i18n.t('lead.caller.faintVoice');
    case 'noisy-line':
      return i18n.t('lead.caller.noisyLine');
    case 'abusive-caller':
      return i18n.t('lead.caller.abusiveCaller');
    case 'never-hangs-up':
      return i18n.t('lead.caller.neverHangsUp');
    default:
      return caller;
  }
}
