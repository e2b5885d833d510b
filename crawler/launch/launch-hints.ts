/** A variable that somebody's list says a server reads. Never holds a person's own value. */
export interface HintedVariable {
  name: string;
  isRequired: boolean;
  isSecret: boolean;
  /** The value that the server's author proposes; null where there is none and for secrets. */
  default: string | null;
  /** The values that it may have; empty where any may. */
  choices: readonly string[];
}

/** What a registry's record or a client's configuration says of how a server is started. A stranger's text. */
export interface LaunchHints {
  environment: readonly HintedVariable[];
  /** Complete, in order, placeholders in the place of values. */
  arguments: readonly string[];
}
