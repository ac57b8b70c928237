import { z } from "zod";
import { emergencyClasses, fraudCategories, intents, services } from "../../src/domain/sets.ts";

const citation = z.strictObject({ title: z.string().min(1), article: z.string().nullable() });

const answer = z.strictObject({
  entry: z.string().min(1),
  confidence: z.number().min(0).max(1),
  citations: z.array(citation).min(1),
});

const reading = z.strictObject({
  intent: z.enum(intents),
  confidence: z.number().min(0).max(1),
  emergency: z
    .strictObject({ class: z.enum(emergencyClasses), hotlines: z.array(z.string()).min(1) })
    .nullable(),
  fraud: z
    .strictObject({
      verdict: z.enum(["fraud", "suspicious", "none"]),
      level: z.enum(["紧急", "高危", "中危", "低危"]).nullable(),
      category: z.enum(fraudCategories).nullable(),
      flags: z.array(z.string()),
    })
    .nullable(),
  booking: z
    .strictObject({
      service: z.enum(services).nullable(),
      date: z.iso.date().nullable(),
      period: z.enum(["am", "pm"]).nullable(),
      time: z
        .string()
        .regex(/^\d\d:\d\d$/)
        .nullable(),
    })
    .nullable(),
  dispute: z
    .strictObject({
      type: z.string(),
      violence: z.boolean(),
      urgency: z.enum(["urgent", "normal"]),
    })
    .nullable(),
});

/** A line of a replay's output, exactly as agreed: no field more, none less. */
export const transcript = z.strictObject({
  id: z.union([z.string(), z.number()]),
  turns: z.array(
    z.strictObject({
      in: z.string(),
      replies: z.array(z.string().min(1)).min(1),
      choices: z.array(z.string().min(1)),
      reading,
      answer: answer.nullable(),
      also: z.array(answer).min(1).optional(),
      did: z.array(z.string().regex(/^(?:opened|booked|moved|cancelled|alerted):[\w-]+$/)),
      ms: z.number().min(0),
    }),
  ),
});

export type Transcript = z.infer<typeof transcript>;
