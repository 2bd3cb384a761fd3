import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { ToolSheet } from '../frame/tool-sheet.tsx';
import './keypad.css';

const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;

export interface KeypadProps {
  readonly onTones: (tones: string) => void;
  readonly onClose: () => void;
}

/** Sends DTMF tones by click, or by the keyboard while the keypad has the focus. */
export function Keypad({ onTones, onClose }: KeypadProps) {
  const [sent, setSent] = useState('');
  const send = (tone: string) => {
    setSent((before) => (before + tone).slice(-16));
    onTones(tone);
  };
  return (
    <ToolSheet
      title={i18n.t('keypad.title')}
      onClose={onClose}
      onKey={(key) => {
        const tone = plainDigits(key);
        const known = (TONES as readonly string[]).includes(tone);
        if (known) send(tone);
        return known;
      }}
    >
      <output class="keypad__sent" aria-label={i18n.t('keypad.sent')}>
        {sent}
      </output>
      <div class="keypad__keys">
        {TONES.map((tone) => (
          <button key={tone} type="button" class="keypad__key" onClick={() => send(tone)}>
            {tone}
          </button>
        ))}
      </div>
    </ToolSheet>
  );
}
