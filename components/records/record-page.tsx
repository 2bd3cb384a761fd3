import { i18n } from '#i18n';
import { Button } from '../button.tsx';
import { addressOf } from '../caller-name.ts';
import { tameText } from '../caller-text.ts';
import { formatDuration } from '../format-time.ts';
import { LineReport } from '../line-report.tsx';
import { NoteBox } from '../note-box.tsx';
import { NoteDetails } from '../note-details.tsx';
import { outcomeText } from '../today-list.tsx';
import { YesNo } from '../yes-no.tsx';
import { fromText, recordTime } from './records-list.tsx';
import type { RecordCallView, RecordPageView, RecordPatch, RecordsAction } from './records-view.ts';

interface RecordPageProps {
  readonly view: RecordPageView;
  readonly act: (action: RecordsAction) => void;
}

/** One note. Masked until the agent asks to see it all; only then it can be changed. */
export function RecordPage({ view, act }: RecordPageProps) {
  return (
    <>
      <div class="records__tools">
        <Button icon="back" onPress={() => act({ do: 'back-to-list' })}>
          {i18n.t('records.back')}
        </Button>
        {view.masked && (
          <Button icon="eye" onPress={() => act({ do: 'reveal-record' })}>
            {i18n.t('records.reveal')}
          </Button>
        )}
      </div>
      <section class="records__about" aria-label={i18n.t('records.about')}>
        <p>
          <strong>{view.call === null ? i18n.t('records.walkIn') : view.number}</strong>
          <time>{recordTime(view.at)}</time>
        </p>
        {view.call !== null && <CallFacts call={view.call} />}
      </section>
      {view.masked ? <ReadOnly view={view} /> : <Editor view={view} act={act} />}
    </>
  );
}

function CallFacts({ call }: { readonly call: RecordCallView }) {
  const claimed = tameText(call.displayName);
  const parts = [
    fromText(call.direction),
    ...(call.rings === null ? [] : [i18n.t('records.rings', { count: call.rings })]),
    ...(call.talkMs === null ? [] : [formatDuration(call.talkMs)]),
    ...(call.end === null ? [] : [outcomeText(call.end)]),
  ];
  return (
    <>
      {claimed !== null && (
        <p>
          <bdi>{claimed}</bdi>
        </p>
      )}
      <p>{parts.join(' · ')}</p>
      {call.situations.length > 0 && <p>{call.situations.join('、')}</p>}
      <LineReport troubles={call.line} />
    </>
  );
}

function ReadOnly({ view: { note, details, answers } }: { readonly view: RecordPageView }) {
  const address = addressOf(note.surname, note.title);
  const yesNo = (answer: boolean | null) =>
    answer === null ? '–' : i18n.t(answer ? 'common.yes' : 'common.no');
  return (
    <section class="records__read" aria-label={i18n.t('note.region')}>
      {address !== null && <strong>{address}</strong>}
      <p class="records__whole">{note.text === '' ? i18n.t('records.noText') : note.text}</p>
      <dl>
        <dt>{i18n.t('note.family')}</dt>
        <dd>{details.family === null ? '–' : i18n.t(`note.families.${details.family}`)}</dd>
        <dt>{i18n.t('note.contactNumber')}</dt>
        <dd>{details.contactNumber === '' ? '–' : details.contactNumber}</dd>
        <dt>{i18n.t('note.tags')}</dt>
        <dd>
          <bdi>{details.tags.length === 0 ? '–' : details.tags.join('、')}</bdi>
        </dd>
        <dt>{i18n.t('wrapUp.settled')}</dt>
        <dd>{yesNo(answers.settled)}</dd>
        <dt>{i18n.t('wrapUp.satisfied')}</dt>
        <dd>{yesNo(answers.satisfied)}</dd>
      </dl>
    </section>
  );
}

function Editor({ view, act }: RecordPageProps) {
  const { note, details, answers } = view;
  const write = (patch: RecordPatch) => act({ do: 'write-record', patch });
  return (
    <>
      <div class="records__note">
        <NoteBox
          note={note}
          onText={(text) => write({ text })}
          onName={(surname, title) => write({ surname, title })}
          onUndo={() => act({ do: 'undo-record' })}
          onRedo={() => act({ do: 'redo-record' })}
          onRetry={() => act({ do: 'retry-record' })}
          onCopy={() => act({ do: 'copy-record' })}
        />
      </div>
      <NoteDetails details={details} taken={note.undo.taken} onChange={write} />
      <YesNo
        question={i18n.t('wrapUp.settled')}
        answer={answers.settled}
        onAnswer={(settled) => write({ settled })}
      />
      <YesNo
        question={i18n.t('wrapUp.satisfied')}
        answer={answers.satisfied}
        onAnswer={(satisfied) => write({ satisfied })}
      />
    </>
  );
}
