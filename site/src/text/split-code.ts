/** Splits our own sentences at their backticks: "Runs `rm`." is text, code, text. A lone backtick stays text. */
export function splitCode(sentence: string): Array<{ text: string; code: boolean }> {
  const parts = sentence.split('`');
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')];
  return closed.map((text, index) => ({ text, code: index % 2 === 1 })).filter(({ text }) => text !== '');
}
