import type { FraudFinding } from "./fraud.ts";
import type { FraudCategory, FraudLevel } from "./sets.ts";
import type { PlannedLine } from "./warning-list.ts";
import type { WarningResult, WarningSource } from "./warning.ts";

/** What a flow wants done about warnings. */
export type WarningEffect =
  /** A warning that somebody works on, beside its matter. `lost`: unit yuan; null = not known. */
  | {
      do: "keep-warning";
      matter: string;
      level: FraudLevel;
      category: FraudCategory | null;
      source: WarningSource;
      lost: number | null;
    }
  /**
   * What came of going to see somebody who is warned of. `name`: the same result twice is one.
   * `words`: what they told then, masked and covered; empty where a list brought it.
   */
  | {
      do: "keep-result";
      matter: string;
      result: WarningResult;
      name: string;
      person: string;
      words: string;
    }
  /** A list of the police, as it was looked through: what is new becomes matters. */
  | { do: "take-list"; lines: PlannedLine[]; person: string }
  /** Words that a verdict was wrong about, masked: they may become a sign of fraud. */
  | ({ do: "keep-candidate"; text: string; outcome: "villager-wrong" } & Pick<
      FraudFinding,
      "verdict" | "level" | "category"
    >)
  /** Somebody looked at what is not about one matter: on the trail. */
  | { do: "note-list"; what: "warnings"; person: string };
