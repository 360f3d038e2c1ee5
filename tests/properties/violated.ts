/** An invariant of design.md, by its number, that does not hold. */
export class InvariantViolated extends Error {
  override readonly name = 'InvariantViolated';
  constructor(
    readonly invariant: number,
    message: string,
  ) {
    super(`invariant ${invariant}: ${message}`);
  }
}

/** @throws InvariantViolated unless it holds */
export function must(holds: boolean, invariant: number, message: () => string): void {
  if (!holds) throw new InvariantViolated(invariant, message());
}
