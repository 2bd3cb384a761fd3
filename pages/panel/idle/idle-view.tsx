import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { formatClock, formatDuration } from '../../../components/format-time.ts';
import { PendingList } from '../follow-ups/pending-list.tsx';
import { FirstOf } from '../frame/first-of.tsx';
import { PageTitle } from '../frame/page-title.tsx';
import type { Act } from '../frame/panel-action.ts';
import { ArrivalNote } from '../shift/arrival-note.tsx';
import { SignInCard } from '../shift/sign-in-card.tsx';
import type { DueView, FiguresView, IdleStage, LastNoteView } from './idle-view-model.ts';
import { TodayList } from './today-list.tsx';
import './idle-view.css';

interface IdleViewProps {
  readonly stage: IdleStage;
  readonly now: Instant;
  readonly act: Act;
}

/** Between calls: today's figures, what is due, the last notes, today's calls. */
export function IdleView({ stage, now, act }: IdleViewProps) {
  return (
    <main class="idle-view">
      <PageTitle />
      {stage.arrival !== null && (
        <ArrivalNote arrival={stage.arrival} onShift={stage.signIn === null} act={act} />
      )}
      {stage.signIn !== null && <SignInCard view={stage.signIn} act={act} />}
      <Figures figures={stage.figures} />
      {stage.followUps.length > 0 && (
        <section class="idle-view__part">
          <h2>{i18n.t('followUp.pending')}</h2>
          <PendingList items={stage.followUps} now={now} act={act} />
        </section>
      )}
      {stage.due.length > 0 && (
        <section class="idle-view__part">
          <h2>{i18n.t('idle.due')}</h2>
          <FirstOf
            items={stage.due}
            class="idle-view__list"
            show={(due) => <Due key={due.id} due={due} act={act} />}
          />
        </section>
      )}
      {stage.lastNotes.length > 0 && (
        <section class="idle-view__part">
          <h2>{i18n.t('idle.notes')}</h2>
          <ul>
            {stage.lastNotes.map((note) => (
              <LastNote key={note.id} note={note} act={act} />
            ))}
          </ul>
        </section>
      )}
      <section class="idle-view__part">
        <h2>{i18n.t('idle.today')}</h2>
        <TodayList calls={stage.today} onDial={(target) => act({ do: 'dial', target })} />
      </section>
    </main>
  );
}

function Figures({ figures }: { readonly figures: FiguresView }) {
  const share = figures.timed === 0 ? null : Math.round((100 * figures.answeredInTime) / figures.timed);
  const talk = figures.meanTalkMs === null ? '–' : formatDuration(figures.meanTalkMs);
  return (
    <dl class="idle-view__figures">
      <Figure name={i18n.t('idle.answered')} value={String(figures.answered)} />
      <Figure name={i18n.t('idle.inTime')} value={share === null ? '–' : `${share}%`} />
      <Figure name={i18n.t('idle.meanTalk')} value={talk} />
      <Figure name={i18n.t('idle.missed')} value={String(figures.missed)} />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Due({ due, act }: { readonly due: DueView; readonly act: Act }) {
  const { late } = due;
  const time = formatClock(due.dueAt);
  const open = () => {
    if (due.opens === 'order') return act({ do: 'on-orders', action: { do: 'show', order: due.id } });
    act({ do: 'on-call-backs', action: { do: 'open', id: due.id } });
    act({ do: 'open-tab', tab: 'call-backs' });
  };
  return (
    <li>
      <button type="button" class={`idle-view__due${late ? ' idle-view__due--late' : ''}`} onClick={open}>
        <span>{due.what}</span>
        <span>{late ? i18n.t('idle.overdue', { time }) : i18n.t('idle.before', { time })}</span>
      </button>
    </li>
  );
}

function LastNote({ note, act }: { readonly note: LastNoteView; readonly act: Act }) {
  return (
    <li>
      <button type="button" class="idle-view__note" onClick={() => act({ do: 'open-note', id: note.id })}>
        <time>{formatClock(note.at)}</time>
        <strong>{note.caller}</strong>
        <span>{note.text}</span>
      </button>
    </li>
  );
}
