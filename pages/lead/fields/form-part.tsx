import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './lead-form.css';

interface FormPartProps {
  readonly title: string;
  readonly why?: string;
  /** Inside an entry of a list. */
  readonly nested?: boolean;
  readonly children: ComponentChildren;
}

/** One headed part of a form. */
export function FormPart({ title, why, nested = false, children }: FormPartProps) {
  const id = useId();
  const Heading = nested ? 'h4' : 'h3';
  return (
    <section class="lead-form__part" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {why !== undefined && <p class="lead-field__hint">{why}</p>}
      {children}
    </section>
  );
}
