import { Icon } from '../../../components/icon.tsx';
import { type Place, problemsAt } from './place.ts';

/** Problems of one value, under its field. `id` is for the field's `aria-describedby`. */
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
