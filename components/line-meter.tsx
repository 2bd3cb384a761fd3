import { i18n } from '#i18n';
import {
  type LineMeterMessage,
  METER_LAMPS,
  type SideReading,
} from '../contract/messages/line-meter-message.ts';
import './line-meter.css';

/** What is heard on the line at this moment, both sides: lamps for the eye, and always a word. Shown, never kept. */
export function LineMeter({ reading: { remote, agent } }: { readonly reading: LineMeterMessage }) {
  return (
    <span class="line-meter">
      <Side name={i18n.t('line.caller')} reading={remote} />
      {agent !== null && <Side name={i18n.t('line.agent')} reading={agent} />}
    </span>
  );
}

function Side({ name, reading: { lamps, heard } }: { readonly name: string; readonly reading: SideReading }) {
  return (
    <span class="line-meter__side">
      <span>{name}</span>
      <span class="line-meter__lamps" aria-hidden="true">
        {Array.from({ length: METER_LAMPS }, (_, index) => index + 1).map((lamp) => (
          <span key={lamp} class={`line-meter__lamp${lamp <= lamps ? ' line-meter__lamp--lit' : ''}`} />
        ))}
      </span>
      <span class="line-meter__word">{word(heard)}</span>
    </span>
  );
}

function word(heard: SideReading['heard']): string {
  switch (heard) {
    case 'speech':
      return i18n.t('line.speech');
    case 'sound':
      return i18n.t('line.sound');
    case 'nothing':
      return i18n.t('line.nothing');
  }
}
