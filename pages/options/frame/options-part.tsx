import type { ComponentChildren } from 'preact';

interface GroupProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Parts that belong together. */
export function Group({ title, children }: GroupProps) {
  return (
    <div class="options__group">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface PartProps {
  readonly number: number;
  readonly title: string;
  readonly why: string;
  readonly children: ComponentChildren;
}

/** A part of the page, and what it is for. */
export function Part({ number, title, why, children }: PartProps) {
  return (
    <section class="options__part" aria-labelledby={`part-${number}`}>
      <div class="options__about">
        <h3 id={`part-${number}`}>{title}</h3>
        <p>{why}</p>
      </div>
      {children}
    </section>
  );
}
