/** Errors that end the command with a message instead of a stack trace. */

/** The command line is wrong: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The command cannot do its work: exit code 4. */
export class CommandError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandError';
  }
}

/** Whoever read the output has gone: the command ends quietly. */
export class ClosedOutputError extends Error {
  constructor() {
    super('the output was closed');
    this.name = 'ClosedOutputError';
  }
}
