import { i18n } from '#i18n';
import './publish-page.css';
import { dayAndTime } from '../../../components/format-time.ts';
import { changeWords } from '../draft/change-words.ts';
import { placeName } from '../fields/place.ts';
import type { PublishView, ReleasePart } from '../frame/server-view.ts';

interface PartChoiceProps {
  readonly view: PublishView;
  readonly onChoose: (parts: readonly string[]) => void;
}

/** Whose changes the release carries. Shown only where it is a question. */
export function PartChoice({ view, onChoose }: PartChoiceProps) {
  const { parts, chosen, draft, language } = view;
  if (parts.every(({ isOwn, state }) => isOwn && state === 'draft')) return null;
  return (
    <fieldset class="lead-ticks release-parts">
      <legend>{i18n.t('lead.publish.parts')}</legend>
      {chosen.length === 0 && <p role="status">{i18n.t('lead.publish.nothing')}</p>}
      {parts.map((part) => (
        <div key={part.id} class="release-parts__part">
          <label class="lead-field lead-field--tick">
            <input
              type="checkbox"
              checked={chosen.includes(part.id)}
              onChange={({ currentTarget }) =>
                onChoose(currentTarget.checked ? [...chosen, part.id] : chosen.filter((id) => id !== part.id))
              }
            />
            {partWords(part, view)}
          </label>
          {!chosen.includes(part.id) && (
            <ul class="team-page__lines">
              {part.changes.map((change) => (
                <li key={`${placeName(change.path)} ${change.what.kind}`}>
                  {changeWords(change, [draft], language)}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** 0901 陈静; several leads who changed the same entry are all named. */
export function authorWords(numbers: readonly string[], names: PublishView['names']): string {
  if (numbers.length === 0) return i18n.t('lead.publish.unknown');
  return numbers.map((number) => [number, names.get(number)].filter(Boolean).join(' ')).join('、');
}

/** For a press that sends somebody else's changes too. */
export function othersWords({ parts, chosen, names }: PublishView): string | null {
  const others = parts.filter(({ id, isOwn }) => !isOwn && chosen.includes(id));
  if (others.length === 0) return null;
  return [...new Set(others.map(({ by }) => authorWords(by, names)))].join('、');
}

function partWords({ by, isOwn, state, release, changes }: ReleasePart, { names, now }: PublishView): string {
  const who = isOwn ? i18n.t('lead.publish.mine') : authorWords(by, names);
  const count = changes.length;
  const sequence = release?.sequence ?? 0;
  switch (state) {
    case 'draft':
      return i18n.t('lead.publish.partDraft', { who, count });
    case 'canary':
      return i18n.t('lead.publish.partCanary', { who, count, sequence });
    case 'scheduled':
      return i18n.t('lead.publish.partScheduled', {
        who,
        count,
        sequence,
        time: startWords(release?.startsAt ?? now, now),
      });
  }
}

/** The day and the time of a start. */
export function startWords(startsAt: number, now: number): string {
  return dayAndTime(startsAt, now);
}
