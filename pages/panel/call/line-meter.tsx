import { i18n } from '#i18n';
import {
  type LineMeterMessage,
  METER_SEGMENTS,
  type SideReading,
} from '../../../contract/messages/line-meter-message.ts';
import './line-meter.css';

/** The present sound level of both sides, as segments and as a word. It is not stored. */
export function LineMeter({ reading: { remote, agent } }: { readonly reading: LineMeterMessage }) {
  return (
    <span class="line-meter">
      <Side name={i18n.t('line.caller')} reading={remote} />
      {agent !== null && <Side name={i18n.t('line.agent')} reading={agent} />}
    </span>
  );
}

function Side({
  name,
  reading: { segments, detected },
}: {
  readonly name: string;
  readonly reading: SideReading;
}) {
  return (
    <span class="line-meter__side">
      <span>{name}</span>
      <span class="line-meter__segments" aria-hidden="true">
        {Array.from({ length: METER_SEGMENTS }, (_, index) => index + 1).map((segment) => (
          <span
            key={segment}
            class={`line-meter__segment${segment <= segments ? ' line-meter__segment--lit' : ''}`}
          />
        ))}
      </span>
      <span class="line-meter__word">{word(detected)}</span>
    </span>
  );
}

function word(detected: SideReading['detected']): string {
  switch (detected) {
    case 'speech':
      return i18n.t('line.speech');
    case 'sound':
      return i18n.t('line.sound');
    case 'nothing':
      return i18n.t('line.nothing');
  }
}
