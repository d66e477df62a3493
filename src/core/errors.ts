/** What a user can mend: one sentence that says what, where and what to do. Anything else is a bug. */
export class UserError extends Error {
  /** Exit code: 2 for wrong usage, config or input unless another is named in the design. */
  readonly exitCode: number;
  constructor(message: string, exitCode = 2) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}

/** What one article's people can mend, and what is no business of the others'. */
export class ArticleFault extends UserError {
  /** An address that the article names; null: it is about none. */
  readonly address: string | null;
  constructor(message: string, address: string | null = null) {
    super(message);
    this.name = 'ArticleFault';
    this.address = address;
  }
}

/** What was asked for is not in its files; the journal holds it, and it is written at the next start at the latest. */
export class JournalledError extends UserError {
  constructor(message: string) {
    super(message);
    this.name = 'JournalledError';
  }
}

/** What was asked for cannot be done as things stand: to try it again would be in vain. */
export class RefusedError extends UserError {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}
