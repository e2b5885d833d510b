export const rowsPerPage = 200;

/** At least one page, so that an empty list has a place. */
export function pageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / rowsPerPage));
}

export function pageOf<Row>(rows: readonly Row[], page: number): Row[] {
  return rows.slice((page - 1) * rowsPerPage, page * rowsPerPage);
}

/** Numbers of the pages behind the first. */
export function furtherPages(rows: number): number[] {
  return Array.from({ length: pageCount(rows) - 1 }, (_, index) => index + 2);
}
