import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import type { BlockScope } from '../../../contract/team/events/number-blocked.ts';
import { type Block, blockOf } from '../../../rules/blocks/fold-blocks.ts';
import type { Act } from '../frame/panel-action.ts';
import type { HarassmentView } from './harassment-view.ts';

/** A number gets another owner: none is blocked for longer than thirty days. */
const DAYS = [7, 30] as const;

interface BlockChoiceProps {
  readonly number: string;
  readonly view: HarassmentView;
  readonly act: Act;
}

/** Blocks a source that harassed before, on the agent's phone or for the team; or says why not. */
export function BlockChoice({ number, view, act }: BlockChoiceProps) {
  const [open, setOpen] = useState(false);
  const { blocks, hindrances, blocksForTeam } = view;
  const hindrance = hindrances.get(number);
  if (hindrance !== undefined)
    return <p class="block-choice__never">{i18n.t(`harassment.blockNever.${hindrance}`)}</p>;
  if (blockOf(blocks, number) !== null)
    return <p class="block-choice__never">{i18n.t('harassment.isBlocked')}</p>;
  const days = (scope: BlockScope, title: string) => (
    <fieldset class="block-choice__days">
      <legend>{title}</legend>
      {DAYS.map((count) => (
        <Button
          key={count}
          onPress={() => {
            setOpen(false);
            act({ do: 'on-harassment', action: { do: 'block', number, scope, days: count } });
          }}
        >
          {i18n.t('harassment.blockDays', { count })}
        </Button>
      ))}
    </fieldset>
  );
  return (
    <div class="block-choice">
      <Button expanded={open} onPress={() => setOpen(!open)}>
        {i18n.t('harassment.block')}
      </Button>
      {open && days('agent', i18n.t('harassment.blockMine'))}
      {open && blocksForTeam && days('team', i18n.t('harassment.blockTeam'))}
    </div>
  );
}

interface BlockedNumberProps extends Omit<BlockChoiceProps, 'number'> {
  readonly block: Block;
  readonly now: Instant;
}

export function BlockedNumber({ block, view, now, act }: BlockedNumberProps) {
  const { id, number, scope, by, until } = block;
  return (
    <li class="harassment-entry">
      <p class="harassment-entry__what">
        <strong>{shownNumber({ number, masked: true })}</strong>
        <span>{i18n.t(`harassment.blockScope.${scope}`)}</span>
        <time>{i18n.t('harassment.blockUntil', { time: dayAndTime(until, now), agent: by })}</time>
      </p>
      {(scope === 'agent' || view.blocksForTeam) && (
        <Button onPress={() => act({ do: 'on-harassment', action: { do: 'unblock', id } })}>
          {i18n.t('harassment.unblock')}
        </Button>
      )}
    </li>
  );
}
