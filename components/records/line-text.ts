import { i18n } from '#i18n';
import type { EstablishedCall } from '../../calls/call.ts';
import type { LineTrouble } from '../../calls/line-troubles.ts';
import type { LineStatus } from '../../rules/call/call-facts.ts';
import type { Reason } from '../../rules/triggers/trigger-rules.ts';
import { formatDuration } from '../format-time.ts';

/** Level of an idle line; lower levels mean nothing. */
const IDLE_DBFS = -62;

/** What the agent can fix on the line, where no script helps; null for nothing. */
export function lineHint(line: LineStatus | null, { mutedSince }: EstablishedCall): string | null {
  switch (line?.finding) {
    case 'no-media':
      return i18n.t('line.noMediaHint');
    case 'packets-lost':
      return i18n.t('line.packetsLostHint', { percent: percent(line.evidence.lossShare) });
    case 'agent-muted':
      return mutedSince === null ? null : i18n.t('line.agentMutedHint');
    default:
      return null;
  }
}

/** The levels behind a suggestion from the line; null for other reasons. */
export function lineReason({ kind }: Reason, line: LineStatus | null): string | null {
  if (line === null) return null;
  const { speechDbfs, noiseDbfs } = line.evidence;
  if (kind === 'noise' && line.finding === 'noisy') return noiseText(speechDbfs, noiseDbfs);
  if (kind === 'quiet' && line.finding === 'faint') return voiceText(speechDbfs);
  return kind === 'silence' && line.finding === 'nobody-speaks' ? i18n.t('line.silentButUp') : null;
}

/** Joins two remarks in one sentence. */
export function joined(one: string, other: string): string {
  return i18n.t('line.joined', { one, other });
}

/** A trouble of the line for the note: what, how long, and the evidence. */
export function troubleText(trouble: LineTrouble): string {
  const time = formatDuration(trouble.totalMs);
  const what = troubleName(trouble.finding, time);
  const times = trouble.times > 1 ? i18n.t('line.times', { times: trouble.times }) : null;
  return [what, times, evidenceText(trouble)].filter((part) => part !== null).reduce(joined);
}

function troubleName(finding: LineTrouble['finding'], time: string): string {
  switch (finding) {
    case 'nobody-speaks':
      return i18n.t('line.nobodySpeaks', { time });
    case 'no-media':
      return i18n.t('line.noMedia', { time });
    case 'noisy':
      return i18n.t('line.noisy', { time });
    case 'faint':
      return i18n.t('line.faint', { time });
    case 'packets-lost':
      return i18n.t('line.packetsLost', { time });
    case 'agent-muted':
      return i18n.t('line.agentMuted', { time });
  }
}

function evidenceText(trouble: LineTrouble): string | null {
  const { finding, speechDbfs, noiseDbfs, lossShare, jitterMs } = trouble;
  switch (finding) {
    case 'noisy':
      return noiseText(speechDbfs, noiseDbfs);
    case 'faint':
      return voiceText(speechDbfs);
    case 'packets-lost': {
      const loss = i18n.t('line.loss', { percent: percent(lossShare) });
      return jitterMs === null ? loss : joined(loss, i18n.t('line.jitter', { ms: Math.round(jitterMs) }));
    }
    case 'nobody-speaks':
      return noiseDbfs === null || noiseDbfs < IDLE_DBFS
        ? i18n.t('line.silentButUp')
        : i18n.t('line.background', { db: level(noiseDbfs) });
    case 'no-media':
    case 'agent-muted':
      return null;
  }
}

function noiseText(speechDbfs: number | null, noiseDbfs: number | null): string | null {
  if (noiseDbfs === null) return null;
  if (speechDbfs === null) return i18n.t('line.noiseAlone', { db: level(noiseDbfs) });
  const over = Math.round(speechDbfs - noiseDbfs);
  return over > 0 ? i18n.t('line.noiseUnder', { db: over }) : i18n.t('line.noiseOver');
}

function voiceText(speechDbfs: number | null): string | null {
  return speechDbfs === null ? null : i18n.t('line.voice', { db: level(speechDbfs) });
}

/** A level with a typographic minus. */
function level(dbfs: number): string {
  return `−${Math.abs(Math.round(dbfs))}`;
}

function percent(share: number | null): number {
  return Math.round((share ?? 0) * 100);
}
