/**
 * Which of a package's programs is the server: the one named like the package, the only one, or the first whose name
 * sounds like one. `name` is the package's, without a scope. Undefined where there is no program.
 */
export function chooseProgram(programs: readonly string[], name: string): string | undefined {
  return (
    programs.find((each) => plain(each) === plain(name)) ??
    programs.find((each) => /mcp/i.test(each) && /server/i.test(each)) ??
    programs.find((each) => /mcp|server/i.test(each)) ??
    programs[0]
  );
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
