import { Command, CommanderError } from '@commander-js/extra-typings';
import { UsageError } from '../../domain/errors.ts';

/** A command line of `npm run <name> -- …`. Wrong arguments become a UsageError, so that they end with status 2. */
export function createCommand(name: string, description: string) {
  return new Command(`npm run ${name} --`)
    .description(description)
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeErr: () => {} });
}

/** Parses this process's arguments. `--help` prints and ends with status 0. */
export function parseCommand<C extends { parse(): unknown }>(command: C): C {
  try {
    command.parse();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) process.exit(0);
    throw new UsageError(`${error.message.replace(/^error: /, '')}. Use --help to see what is possible.`);
  }
  return command;
}

/** A whole number of at least `least`, or a usage error that says what came. */
export function wholeNumber(option: string, least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    throw new UsageError(`Expected ${option} to be a whole number of at least ${least}; got "${text}".`);
  };
}

/** The values of an option that may be given more than once, in order. */
export function collect(text: string, former: string[] = []): string[] {
  return [...former, text];
}
