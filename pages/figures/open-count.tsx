interface OpenCountProps {
  readonly shown: string;
  readonly count: number;
  readonly onPress: () => void;
}

/** A figure that opens the calls it counts. */
export function OpenCount({ shown, count, onPress }: OpenCountProps) {
  return (
    <button type="button" class="figures__open" disabled={count === 0} onClick={onPress}>
      {shown}
    </button>
  );
}
