/** A text with its references resolved, and the names of those that could not be. */
export interface ResolvedText {
  text: string;
  missing: string[];
}

const reference = /\$\{(?:(env|input):)?([A-Za-z_][\w.-]{0,100})(?::-([^}]{0,500}))?\}/g;

/** Replaces `${X}`, `${env:X}` and `${X:-default}`. `${input:X}` asks a person, and nobody is asked here. */
export function resolveVariables(text: string, values: Readonly<Record<string, string | undefined>>): ResolvedText {
  const missing: string[] = [];
  const resolved = text.replace(reference, (whole, kind: string | undefined, name: string, otherwise?: string) => {
    const value = kind === 'input' ? undefined : (values[name] ?? otherwise);
    if (value === undefined) missing.push(name);
    return value ?? whole;
  });
  return { text: resolved, missing };
}
