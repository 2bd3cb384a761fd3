import { i18n } from '#i18n';
import { type CallPhase, callPhaseSchema } from '../../../contract/pack/call-phase.ts';
import type { ClockSpan } from '../../../contract/pack/clock-time.ts';
import { phaseWords } from '../../../rules/triggers/phase-words.ts';
import { LineField } from '../fields/line-field.tsx';
import { PickField } from '../fields/pick-field.tsx';
import { into, type Place, placeName } from '../fields/place.ts';
import { ProblemNotes } from '../fields/problem-notes.tsx';
import { TickField } from '../fields/tick-field.tsx';

interface PhasePickProps {
  readonly place: Place;
  readonly phase: CallPhase;
  readonly onPick: (phase: CallPhase) => void;
}

/** How far the call is. */
export function PhasePick({ place, phase, onPick }: PhasePickProps) {
  return (
    <PickField
      place={into(place, 'phase')}
      label={i18n.t('lead.phase')}
      value={phase}
      choices={callPhaseSchema.options.map((id) => ({ id, label: phaseWords(id, place.language) }))}
      onPick={onPick}
    />
  );
}

interface PhaseTicksProps {
  readonly place: Place;
  readonly phases: readonly CallPhase[];
  readonly onChange: (phases: CallPhase[]) => void;
}

/** Several phases, any one of which will do. */
export function PhaseTicks({ place, phases, onChange }: PhaseTicksProps) {
  const here = into(place, 'phases');
  return (
    <fieldset class="lead-ticks" data-place={placeName(here.path)}>
      <legend>{i18n.t('lead.phases')}</legend>
      {callPhaseSchema.options.map((phase) => (
        <TickField
          key={phase}
          place={into(here, phase)}
          label={phaseWords(phase, place.language)}
          value={phases.includes(phase)}
          onChange={(ticked) =>
            onChange(ticked ? [...phases, phase] : phases.filter((other) => other !== phase))
          }
        />
      ))}
      <ProblemNotes place={here} />
    </fieldset>
  );
}

interface ClockFieldsProps {
  readonly place: Place;
  readonly span: ClockSpan;
  readonly onChange: (span: ClockSpan) => void;
}

/** From one time of the day to another. Text, for 24:00 is the end of a day and no browser's clock has it. */
export function ClockFields({ place, span: { from, to }, onChange }: ClockFieldsProps) {
  return (
    <>
      <LineField
        place={into(place, 'from')}
        label={i18n.t('lead.from')}
        value={from}
        onChange={(changed) => onChange({ from: changed, to })}
      />
      <LineField
        place={into(place, 'to')}
        label={i18n.t('lead.to')}
        value={to}
        onChange={(changed) => onChange({ from, to: changed })}
      />
    </>
  );
}
