import type { ComponentChildren, ComponentType } from 'preact';
import { AdherenceLines } from '../../../components/adherence/adherence-lines.tsx';
import { Button } from '../../../components/button.tsx';
import { CheckField } from '../../../components/check-field.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { Confirm } from '../../../components/confirm.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { HandoverLines } from '../../../components/handover/handover-lines.tsx';
import { SignedSheet } from '../../../components/handover/signed-sheet.tsx';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { ManagedBadge } from '../../../components/managed-badge.tsx';
import { type PageFailure, PageTrouble } from '../../../components/page-trouble.tsx';
import { CallFacts } from '../../../components/records/call-facts.tsx';
import { CommentList } from '../../../components/records/comment-list.tsx';
import { ExportOptions } from '../../../components/records/export-options.tsx';
import { LineReport } from '../../../components/records/line-report.tsx';
import { RecordText } from '../../../components/records/record-text.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import { TeamZoneNote } from '../../../components/team-zone-note.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { i18n } from '../i18n.ts';
import { ADHERENCE, SCORED_AT, TITLES } from './adherence-data.ts';
import { COMMENTS, LINES, RECORD_CALL, TROUBLES, UNANSWERED_CALL } from './component-data.ts';
import { minutesAgo, NOTE, NOW, noteWith } from './parts.ts';

const nothing = () => {};

const ICONS: Record<IconName, true> = {
  ...{ answer: true, 'hang-up': true, mute: true, microphone: true, hold: true, resume: true },
  ...{ keypad: true, transfer: true, menu: true, back: true, up: true, down: true, next: true },
  ...{ restart: true, undo: true, close: true, forbidden: true, search: true, eye: true, check: true },
  ...{ warning: true, 'follow-up': true, clock: true, incoming: true, outgoing: true },
  ...{ elsewhere: true, missed: true, lock: true, help: true },
};
const FAILURES: readonly PageFailure[] = ['store', 'full', 'private', 'silent', 'other'];

/** Text of a field, from words that the pages have. */
const label = () => i18n.t('note.surname');
const hint = () => i18n.t('pageTrouble.writeHint');
const problem = () => i18n.t('pageTrouble.notCopied');
const choices = [
  { id: 'a', label: '售后维修中心' },
  { id: 'b', label: '财务结算部' },
];

const PARTS: Readonly<Record<string, ComponentType>> = {
  button: () => (
    <p>
      {(['plain', 'main', 'bare'] as const).map((variant) => (
        <Button key={variant} variant={variant} icon="search" onPress={nothing}>
          {i18n.t('common.cancel')}
        </Button>
      ))}
      <Button icon="close" label={i18n.t('common.close')} onPress={nothing} />
      <Button disabled onPress={nothing}>
        {i18n.t('common.cancel')}
      </Button>
      <Button expanded icon="down" onPress={nothing}>
        {i18n.t('common.cancel')}
      </Button>
    </p>
  ),
  'check-field': () => (
    <>
      <CheckField name="a" label={label()} checked={false} onCheck={nothing} />
      <CheckField name="b" label={label()} checked hint={hint()} onCheck={nothing} />
      <CheckField name="c" label={label()} checked managed onCheck={nothing} />
    </>
  ),
  'choice-field': () => (
    <>
      <ChoiceField name="a" label={label()} value="a" choices={choices} hint={hint()} onChoice={nothing} />
      <ChoiceField name="b" label={label()} value="b" choices={choices} managed onChoice={nothing} />
      <ChoiceField
        name="c"
        label={label()}
        value="a"
        choices={choices}
        problem={problem()}
        onChoice={nothing}
      />
    </>
  ),
  confirm: () => (
    <Confirm question={hint()} sure={i18n.t('common.close')} onSure={nothing} onCancel={nothing} />
  ),
  'confirm-button': () => (
    <p>
      <ConfirmButton question={hint()} onSure={nothing}>
        {i18n.t('common.close')}
      </ConfirmButton>
      <ConfirmButton variant="bare" disabled question={hint()} onSure={nothing}>
        {i18n.t('common.close')}
      </ConfirmButton>
    </p>
  ),
  'handover-lines': () => (
    <>
      <HandoverLines lines={[]} fresh={() => false} now={NOW} />
      <HandoverLines lines={LINES} fresh={({ kind }) => kind === 'order'} now={NOW} />
    </>
  ),
  icon: () => (
    <p>{Object.keys(ICONS).flatMap((name) => (isIcon(name) ? [<Icon key={name} name={name} />] : []))}</p>
  ),
  'managed-badge': () => <ManagedBadge />,
  'call-facts': () => (
    <>
      <CallFacts call={RECORD_CALL} />
      <CallFacts call={UNANSWERED_CALL} />
    </>
  ),
  'comment-list': () => <CommentList comments={COMMENTS} />,
  'export-options': () => (
    <>
      <ExportOptions format="csv" onFormat={nothing} inFull={false} onInFull={nothing} />
      <ExportOptions format="json" onFormat={nothing} inFull={null} onInFull={nothing} />
    </>
  ),
  'adherence-lines': () => (
    <AdherenceLines adherence={ADHERENCE} startedAt={SCORED_AT} title={(id) => TITLES[id] ?? id} />
  ),
  'line-report': () => <LineReport troubles={TROUBLES} />,
  'record-text': () => <RecordText note={NOTE.fields} />,
  'record-text-complaint': () => (
    <RecordText note={noteWith({ category: 'complaint', tags: ['冰箱', '退款'], settled: false }).fields} />
  ),
  'secret-field': () => (
    <>
      <SecretField name="a" label={label()} problem={null} onInput={nothing} />
      <SecretField name="b" label={label()} visible hint={hint()} problem={problem()} onInput={nothing} />
      <SecretField name="c" label={label()} disabled problem={null} onInput={nothing} />
    </>
  ),
  'signed-sheet': () => <Sheet mayAccept={false} />,
  'signed-sheet-to-accept': () => <Sheet mayAccept />,
  'text-field': () => (
    <>
      <TextField
        name="a"
        label={label()}
        value=""
        placeholder={label()}
        hint={hint()}
        maxLength={80}
        onInput={nothing}
      />
      <TextField name="b" label={label()} value="王" managed maxLength={80} onInput={nothing} />
      <TextField name="c" label={label()} value="王" problem={problem()} maxLength={80} onInput={nothing} />
      <TextField
        name="d"
        label={label()}
        value=""
        suggestions={['王', '陈']}
        maxLength={80}
        onInput={nothing}
      />
    </>
  ),
  'team-zone-note': () => <TeamZoneNote now={0} zone="Pacific/Chatham" />,
};

/**
 * Each component of components/ in the states that differ, by its file name. Pages show components
 * among others; here one is alone.
 */
export const COMPONENT_STORIES: Readonly<Record<string, ComponentType>> = {
  ...Object.fromEntries(
    Object.entries(PARTS).map(([name, Part]) => [name, () => <Story name={name}>{<Part />}</Story>]),
  ),
  // They are pages of their own.
  ...Object.fromEntries(
    FAILURES.map((failure) => [`page-trouble-${failure}`, () => <Trouble failure={failure} />]),
  ),
  'page-trouble-recovered': () => <Trouble failure="store" recovered />,
};

function Story({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <main class="gallery__story">
      <h1>{name}</h1>
      {children}
    </main>
  );
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(ICONS, name);
}

function Trouble({ failure, recovered = false }: { failure: PageFailure; recovered?: boolean }) {
  return (
    <PageTrouble
      failure={failure}
      words={i18n.t}
      recovered={recovered}
      onRetry={nothing}
      onUnsaved={nothing}
      saveFile={nothing}
      copy={() => Promise.resolve()}
    />
  );
}

function Sheet({ mayAccept }: { mayAccept: boolean }) {
  const leaving = { by: '0283', name: '王女士', at: minutesAgo(40) };
  const coming = mayAccept ? null : { by: '0517', name: '陈先生', at: minutesAgo(5) };
  const sheet = {
    id: 's1',
    leaving,
    coming,
    lines: LINES,
    remarks: '发票系统下午维护',
    asked: '',
    mayAccept,
  };
  return <SignedSheet sheet={sheet} name="" now={NOW} open act={nothing} />;
}
