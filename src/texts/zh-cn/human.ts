export const humanTexts = {
  /** Never says that somebody was reached: it is written down, and how to reach somebody now. */
  noted: (number: string, watch: string, reach: string) =>
    `您找民警的事记下了，编号${number}。${watch}${reach}\n\n有危险马上打110。`,
  askPhone: "想让民警给您回电话，把手机号打给我；不想留，点“不留电话”。",
  phoneOnPage: (page: string | null) =>
    page === null ? "" : `想留电话请到派出所的网页说，别发在这里：${page}`,
  phoneNoted: (number: string) => `电话记下了（编号${number}）。您要是换号，再发一次就行。`,
  whenNoted: (number: string) =>
    `您说的时间记下了（编号${number}），民警打电话前看得到。到时候没打来，有急事别等，打110。`,
  noPhone: "好，不留电话。派出所上班时您可以直接来，也可以打电话。",
  report:
    "您说说什么事、在哪里、什么时候，几句就行。我记下来给派出所看。着火、打架、出事马上打110。",
} as const;
