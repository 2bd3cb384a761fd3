import { Icon } from '../../../components/icon.tsx';
import { type Place, problemsAt } from './place.ts';

/** What is wrong with one value, under it. Said at once where a reader is on the field (`aria-describedby` by `id`). */
export function ProblemNotes({ id, place }: { readonly id?: string; readonly place: Place }) {
  const problems = problemsAt(place);
  if (problems.length === 0) return null;
  return (
    <p id={id} class="lead-field__problem">
      <Icon name="warning" />
      {problems.join(' ')}
    </p>
  );
}
