import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './lead-form.css';

interface FormPartProps {
  readonly title: string;
  readonly why?: string;
  readonly children: ComponentChildren;
}

/** One headed part of a form. */
export function FormPart({ title, why, children }: FormPartProps) {
  const id = useId();
  return (
    <section class="lead-form__part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {why !== undefined && <p class="lead-field__hint">{why}</p>}
      {children}
    </section>
  );
}
