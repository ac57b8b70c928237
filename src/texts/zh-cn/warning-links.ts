/** The ways from the desk to the pages of warnings. */
export const warningLinks: Record<"warnings" | "candidates", [string, string]> = {
  warnings: ["/desk/warnings", "预警"],
  candidates: ["/desk/flags", "待看的判断"],
};
