import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { formatDay } from '../../../components/format-time.ts';
import type { ExportFormat } from '../../../contract/table/export-file.ts';
import type { WarningSource } from '../../../rules/warnings/warning-figures.ts';
import type { Act } from '../frame/panel-action.ts';
import { Sheet } from '../frame/sheet.tsx';
import './harassment.css';
import { BlockChoice, BlockedNumber } from './block-choice.tsx';
import { HarassmentEntry } from './harassment-entry.tsx';
import type { HarassmentView } from './harassment-view.ts';
import { kindWord } from './harassment-words.ts';
import { HourChart } from './hour-chart.tsx';

interface HarassmentSheetProps {
  readonly view: HarassmentView;
  readonly now: Instant;
  readonly act: Act;
}

/** The register: numbers, counts and hours, entries to strike off, and the export. */
export function HarassmentSheet({ view, now, act }: HarassmentSheetProps) {
  const { entries, figures, blocks, unread } = view;
  const save = (format: ExportFormat) => () => act({ do: 'on-harassment', action: { do: 'export', format } });
  return (
    <Sheet title={i18n.t('harassment.title')} onClose={() => act({ do: 'overlay', open: 'none' })}>
      {unread > 0 && <p class="harassment-sheet__unread">{i18n.t('harassment.unread', { count: unread })}</p>}
      {blocks.length > 0 && (
        <section>
          <h3 class="harassment-sheet__head">{i18n.t('harassment.blocks')}</h3>
          <ul class="harassment-sheet__entries">
            {blocks.map((block) => (
              <BlockedNumber key={block.id} block={block} view={view} now={now} act={act} />
            ))}
          </ul>
        </section>
      )}
      {entries.length === 0 ? (
        <p class="harassment-sheet__none">{i18n.t('harassment.none')}</p>
      ) : (
        <>
          <HourChart byHour={figures.byHour} />
          <section>
            <h3 class="harassment-sheet__head">{i18n.t('harassment.bySource')}</h3>
            <ul class="harassment-sheet__sources">
              {figures.bySource.map((source) => (
                <Source key={source.number} source={source} view={view} now={now} act={act} />
              ))}
            </ul>
          </section>
          <section>
            <h3 class="harassment-sheet__head">{i18n.t('harassment.entries')}</h3>
            <ul class="harassment-sheet__entries">
              {entries.map((entry) => (
                <HarassmentEntry key={entry.id} entry={entry} now={now} act={act} />
              ))}
            </ul>
          </section>
          <section class="harassment-sheet__export">
            <h3 class="harassment-sheet__head">{i18n.t('harassment.export')}</h3>
            <p>{i18n.t('harassment.exportWhy')}</p>
            <Button onPress={save('xlsx')}>Excel</Button>
            <Button onPress={save('csv')}>CSV</Button>
            <Button onPress={save('json')}>JSON</Button>
          </section>
        </>
      )}
    </Sheet>
  );
}

interface SourceProps extends HarassmentSheetProps {
  readonly source: WarningSource;
}

function Source({ source, view, now, act }: SourceProps) {
  return (
    <li class="harassment-sheet__source">
      <strong>{shownNumber({ number: source.number, masked: true })}</strong>
      <span>{i18n.t('harassment.times', { count: source.count })}</span>
      <span class="harassment-sheet__kinds">{source.kinds.map(kindWord).join(' · ')}</span>
      <time>{formatDay(source.lastAt, now)}</time>
      <BlockChoice number={source.number} view={view} act={act} />
    </li>
  );
}
