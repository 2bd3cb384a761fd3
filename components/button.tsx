import type { ComponentChildren } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  readonly children?: ComponentChildren;
  readonly onPress: () => void;
  /** `main`: the main action of its place. `bare`: without a frame until hovered. */
  readonly variant?: 'plain' | 'main' | 'bare';
  readonly icon?: IconName;
  /** Name for screen readers; required for an icon without text. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
}

export function Button({
  children,
  onPress,
  variant = 'plain',
  icon,
  label,
  disabled,
  expanded,
}: ButtonProps) {
  const square = children === undefined ? ' button--square' : '';
  return (
    <button
      type="button"
      class={`button${variant === 'plain' ? '' : ` button--${variant}`}${square}`}
      aria-label={label}
      title={square ? label : undefined}
      aria-expanded={expanded}
      disabled={disabled}
      onClick={onPress}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
