import { i18n } from '#i18n';
import './volume-field.css';

interface VolumeFieldProps {
  readonly label: string;
  /** 0…1. */
  readonly volume: number;
  readonly managed: boolean;
  readonly onVolume: (volume: number) => void;
}

/** A volume in steps of 5 %. */
export function VolumeField({ label, volume, managed, onVolume }: VolumeFieldProps) {
  const percent = Math.round(volume * 100);
  return (
    <label class="volume-field">
      <span>{label}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        value={percent}
        disabled={managed}
        onInput={(event) => onVolume(Number(event.currentTarget.value) / 100)}
      />
      <output>{percent === 0 ? i18n.t('ringer.silent') : `${percent}%`}</output>
    </label>
  );
}
