import { UsageError } from '../../domain/errors.ts';

/**
 * Reads `NAME=env:VAR` and takes the value from the environment. No error repeats what may be a secret.
 * Shape of a name: RFC 9110, token.
 */
export function readHeader(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): { name: string; value: string } {
  const [, name, source] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=(.*)$/s.exec(text) ?? [];
  if (!name) throw new UsageError('Expected --header to be NAME=env:VARIABLE; got something else.');
  const variable = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(source ?? '')?.[1];
  if (!variable) {
    throw new UsageError(
      `Expected --header ${name}=env:VARIABLE; got a literal value, which the shell's history and every user's list of ` +
        'processes would show. Put it into a variable.',
    );
  }
  const value = environment[variable]?.trim();
  if (!value) throw new UsageError(`Expected ${variable} to hold the value of the header ${name}; it is not set.`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header's value must not hold any.
  if (/[\0-\x08\n-\x1f\x7f]/.test(value))
    throw new UsageError(`Expected ${variable} to hold one line of text; got another.`);
  return { name, value };
}
