/** PEP 503: names that differ by case or by runs of `-`, `_` and `.` are one project. */
export function normalisePypiName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
