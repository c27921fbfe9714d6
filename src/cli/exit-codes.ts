/** What the command's exit code says. Where several hold, the highest is given. */
export const EXIT = {
  /** It ran, whether or not anything was found. */
  ok: 0,
  /** `--fail-on` was given and something fits it; `lexicon check` found problems. */
  found: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** Some documents could not be read or written. */
  someFailed: 3,
  /** None could be read, or the command could not work at all. */
  allFailed: 4,
  /** Interrupted; what was begun is finished and written. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
