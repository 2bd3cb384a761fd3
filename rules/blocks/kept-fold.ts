/** A fold whose last result is kept while its input is the same object, which nobody changes. */
export function keptFold<Input extends object, Result>(
  fold: (input: Input) => Result,
): (input: Input) => Result {
  let last: { readonly input: Input; readonly result: Result } | null = null;
  return (input) => {
    if (last?.input !== input) last = { input, result: fold(input) };
    return last.result;
  };
}
