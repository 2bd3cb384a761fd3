import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Button, type ButtonProps } from '../../../components/button.tsx';

/** True where calls are dialled in another program. */
export const DialsElsewhere = createContext(false);

/** A button that dials; nothing where it would do nothing. */
export function DialButton(props: ButtonProps) {
  return useContext(DialsElsewhere) ? null : <Button {...props} />;
}
