/**
 * A journal is damaged somewhere else than in the unfinished line that a crash leaves at its end. Nothing
 * was changed or cut off: restore a copy, or have a person look at `offset`.
 */
export class JournalCorrupt extends Error {
  override readonly name = 'JournalCorrupt';
  constructor(
    readonly path: string,
    /** byte at which the first damaged line starts */
    readonly offset: number,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${path} is damaged at byte ${offset}: ${reason}`, options);
  }
}

/** The file is whole but of another format version, or another store's. Nothing was changed. */
export class JournalFormatUnknown extends Error {
  override readonly name = 'JournalFormatUnknown';
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(`${path}: ${message}`);
  }
}

/**
 * Writing failed, and whether the last records reached the disk is unknown. The journal takes no more:
 * open it again, which reads what is really there.
 */
export class JournalFailed extends Error {
  override readonly name = 'JournalFailed';
  constructor(
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${path}: ${message}`, options);
  }
}

/** The journal was closed. Nothing was written. */
export class JournalClosed extends Error {
  override readonly name = 'JournalClosed';
  constructor(readonly path: string) {
    super(`${path} is closed`);
  }
}

/** Another process, or this one, has the store open. Nothing was read or written. */
export class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
  constructor(
    /** the lock file */
    readonly path: string,
    /** process id of the holder, as its own process namespace numbers it */
    readonly pid: number,
    readonly host: string,
  ) {
    super(`${path} is held by process ${pid} on ${host}`);
  }
}

/** The channel's generation was forgotten here for good. Nothing was written. */
export class ChannelForgotten extends Error {
  override readonly name = 'ChannelForgotten';
  constructor(
    /** hexadecimal */
    readonly tag: string,
  ) {
    super(`channel generation ${tag} was forgotten by this store`);
  }
}

/** A step that does not follow from what the store holds, such as a second pending call. Nothing was written. */
export class StoreStateError extends Error {
  override readonly name = 'StoreStateError';
}

/** The file with a stored answer is missing or not what was stored. */
export class StoredAnswerDamaged extends Error {
  override readonly name = 'StoredAnswerDamaged';
  constructor(
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(`${path} does not hold the answer that was stored`, options);
  }
}
