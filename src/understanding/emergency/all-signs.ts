import type { Sign } from "./sign.ts";
import { borderSecurity } from "./signs/border-security.ts";
import { crimeInProgress } from "./signs/crime-in-progress.ts";
import { disaster } from "./signs/disaster.ts";
import { fireAccident } from "./signs/fire-accident.ts";
import { fraudInProgress } from "./signs/fraud-in-progress.ts";
import { missingPerson } from "./signs/missing-person.ts";
import { selfHarm } from "./signs/self-harm.ts";
import { violence } from "./signs/violence.ts";

/** Every sign of danger; of equals the earlier class wins. */
export const allSigns: readonly Sign[] = [
  ...selfHarm,
  ...violence,
  ...fireAccident,
  ...disaster,
  ...borderSecurity,
  ...crimeInProgress,
  ...missingPerson,
  ...fraudInProgress,
];
