import { i18n } from '#i18n';
import { formatClock, formatDuration } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { stateWords } from '../presence/state-words.ts';
import { WALLBOARD_STATES, type WallboardAgent, type WallboardView } from './wallboard-view.ts';
import './wallboard.css';

/** The floor on a screen on the wall: few things, large, nothing to press, no customer's data. */
export function Wallboard({ view }: { readonly view: WallboardView }) {
  const { counts, agents, help, deadlines, now } = view;
  return (
    <main class="wallboard">
      <dl class="wallboard__counts">
        {WALLBOARD_STATES.map((state) => (
          <div key={state} class={`wallboard__count wallboard__count--${state}`}>
            <dt>{stateWords(state)}</dt>
            <dd>{counts[state]}</dd>
          </div>
        ))}
        <div class={`wallboard__count${help.waiting > 0 ? ' wallboard__count--alarm' : ''}`}>
          <dt>{i18n.t('lead.wallboard.help')}</dt>
          <dd>
            {help.waiting}
            {help.waiting > 0 && <small>{formatDuration(help.longestMs)}</small>}
          </dd>
        </div>
        <div class={`wallboard__count${deadlines.missed > 0 ? ' wallboard__count--alarm' : ''}`}>
          <dt>{i18n.t('lead.wallboard.missed')}</dt>
          <dd>{deadlines.missed}</dd>
        </div>
      </dl>
      <div class="wallboard__halves">
        <section aria-label={i18n.t('lead.wallboard.agents')}>
          <ul class="wallboard__agents">
            {agents.map((agent) => (
              <Agent key={agent.number} agent={agent} />
            ))}
          </ul>
          {agents.length === 0 && <p>{i18n.t('lead.wallboard.nobody')}</p>}
        </section>
        <section aria-labelledby="wallboard-deadlines">
          <h2 id="wallboard-deadlines">{i18n.t('lead.wallboard.soon', { count: deadlines.soon })}</h2>
          <ol class="wallboard__deadlines">
            {deadlines.next.map(({ id, number, label, dueAt }) => (
              <li key={id} class={dueAt <= now ? 'wallboard__missed' : ''}>
                {dueAt <= now && <Icon name="warning" />} <b>{formatClock(dueAt)}</b> {label}{' '}
                <span class="wallboard__number">{number}</span>
              </li>
            ))}
          </ol>
          {deadlines.next.length === 0 && <p>{i18n.t('lead.wallboard.noDeadlines')}</p>}
        </section>
      </div>
      <p class="wallboard__time">{formatClock(now)}</p>
    </main>
  );
}

function Agent({ agent }: { readonly agent: WallboardAgent }) {
  const { number, name, state, forMs, ring, isLate } = agent;
  return (
    <li class={`wallboard__agent wallboard__agent--${isLate ? 'late' : state}`}>
      <b>{number}</b>
      <span>{name}</span>
      <span>
        {isLate && <Icon name="warning" />}
        {ring === null ? stateWords(state) : i18n.t('lead.wallboard.ring', { ring })}
      </span>
      <span>{formatDuration(forMs)}</span>
    </li>
  );
}
