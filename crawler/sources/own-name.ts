/** A name that a person chose, as one line of bounded length that an identity can hold. */
export function ownName(text: string): string {
  return (
    text
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'unnamed'
  );
}
